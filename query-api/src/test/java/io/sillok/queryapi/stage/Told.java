package io.sillok.queryapi.stage;

import io.sillok.schemas.catalog.CategoryCommand;
import io.sillok.schemas.catalog.CategoryEvent;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.Head;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.wire.EventCodec;
import io.sillok.schemas.wire.SealedEvent;
import io.sillok.schemas.wire.WireRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Events as a decider would write them.
public final class Told {

    /// When everything here happens.
    public static final Instant THEN = Instant.parse("2026-03-01T09:00:00.123456Z");

    private static final CategoryId FIRST = new CategoryId(Ids.named("first"));
    private static final CategoryId SECOND = new CategoryId(Ids.named("second"));

    private Told() {}

    /// The command behind an event.
    public static CommandEnvelope<Object> command(
            BoundaryKey key, Subject subject, String actor, Instant time, Object command) {
        return new CommandEnvelope<>(
                new CommandId(Ids.timeOrdered(time)),
                key,
                subject,
                time,
                new Actor(actor, Set.of(Role.USER)),
                Ids.timeOrdered(time),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                command);
    }

    /// Three events of one category, and two of another between them.
    public static List<WireRecord> twoCategories() {
        List<WireRecord> records = new ArrayList<>();
        Head first = tell(records, Head.NONE, FIRST, new CategoryEvent.Created(FIRST, "하나"));
        Head second = tell(records, Head.NONE, SECOND, new CategoryEvent.Created(SECOND, "둘"));
        first = tell(records, first, FIRST, new CategoryEvent.Renamed(FIRST, "일"));
        Head _ = tell(records, second, SECOND, new CategoryEvent.Archived(SECOND));
        Head _ = tell(records, first, FIRST, new CategoryEvent.Archived(FIRST));
        return records;
    }

    /// The end of a command that changed the first category.
    public static WireRecord settlement() {
        var cause = cause(FIRST);
        return EventCodec.encode(
                new CommandSettled(
                        cause.id(),
                        cause.key(),
                        cause.subject(),
                        CommandSettled.Outcome.ACCEPTED,
                        1,
                        THEN,
                        "ada",
                        Optional.empty(),
                        Optional.empty()),
                cause);
    }

    private static Head tell(
            List<WireRecord> records, Head before, CategoryId id, CategoryEvent event) {
        SealedEvent<CategoryEvent> sealed = EventCodec.seal(cause(id), id.subject(), before, event);
        records.add(sealed.record());
        return sealed.head();
    }

    private static CommandEnvelope<Object> cause(CategoryId id) {
        return command(
                BoundaryKey.of(id.subject()),
                id.subject(),
                "ada",
                THEN,
                new CategoryCommand.Archive(id));
    }
}
