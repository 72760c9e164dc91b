package io.sillok.schemas.topics;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Every topic of the platform.
public final class Topics {

    private static final Duration WEEK = Duration.ofDays(7);

    public static final Topic CATALOG_COMMANDS =
            new Topic("catalog.commands", 1, Topic.Kind.COMMANDS, Optional.of(WEEK));

    public static final Topic CATALOG_EVENTS =
            new Topic("catalog.events", 1, Topic.Kind.EVENTS, Optional.empty());

    public static final Topic IDENTITY_COMMANDS =
            new Topic("identity.commands", 1, Topic.Kind.COMMANDS, Optional.of(WEEK));

    public static final Topic IDENTITY_EVENTS =
            new Topic("identity.events", 1, Topic.Kind.EVENTS, Optional.empty());

    /// Hashes of passwords, digests of tokens and keys. Only processors need to read it.
    public static final Topic IDENTITY_CREDENTIALS =
            new Topic("identity.credentials", 1, Topic.Kind.KEPT, Optional.empty());

    public static final Topic BOOKINGS_COMMANDS =
            new Topic("bookings.commands", 1, Topic.Kind.COMMANDS, Optional.of(WEEK));

    public static final Topic BOOKINGS_EVENTS =
            new Topic("bookings.events", 1, Topic.Kind.EVENTS, Optional.empty());

    public static final Topic GENERATION_COMMANDS =
            new Topic("generation.commands", 1, Topic.Kind.COMMANDS, Optional.of(WEEK));

    public static final Topic GENERATION_EVENTS =
            new Topic("generation.events", 1, Topic.Kind.EVENTS, Optional.empty());

    /// What models say, as they say it.
    public static final Topic GENERATION_CHUNKS =
            new Topic("generation.chunks", 1, Topic.Kind.CHUNKS, Optional.of(Duration.ofHours(1)));

    public static final Topic WORK_SCANS =
            new Topic("work.scans", 1, Topic.Kind.WORK, Optional.of(WEEK));

    public static final Topic WORK_ERASURES =
            new Topic("work.erasures", 1, Topic.Kind.WORK, Optional.of(WEEK));

    public static final Topic WORK_GENERATE =
            new Topic("work.generate", 1, Topic.Kind.WORK, Optional.of(WEEK));

    public static final Topic DEAD_LETTERS =
            new Topic("operations.dead-letters", 1, Topic.Kind.DEAD_LETTERS, Optional.empty());

    public static final List<Topic> ALL =
            List.of(
                    CATALOG_COMMANDS,
                    CATALOG_EVENTS,
                    IDENTITY_COMMANDS,
                    IDENTITY_EVENTS,
                    IDENTITY_CREDENTIALS,
                    BOOKINGS_COMMANDS,
                    BOOKINGS_EVENTS,
                    GENERATION_COMMANDS,
                    GENERATION_EVENTS,
                    GENERATION_CHUNKS,
                    WORK_SCANS,
                    WORK_ERASURES,
                    WORK_GENERATE,
                    DEAD_LETTERS);

    /// Those that commands of clients, workers and the engine are sent to.
    public static final List<Topic> COMMANDS = of(Topic.Kind.COMMANDS);

    /// Those whose records the audit shows.
    public static final List<Topic> EVENTS = of(Topic.Kind.EVENTS);

    private Topics() {}

    private static List<Topic> of(Topic.Kind kind) {
        return ALL.stream().filter(topic -> topic.kind() == kind).toList();
    }
}
