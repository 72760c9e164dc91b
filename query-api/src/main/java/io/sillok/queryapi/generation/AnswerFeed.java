package io.sillok.queryapi.generation;

import io.dropwizard.lifecycle.Managed;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.SubjectFeed;
import io.sillok.platform.web.health.Health;
import io.sillok.schemas.generation.AnswerStream;
import io.sillok.schemas.generation.AnswerStream.Step;
import io.sillok.schemas.generation.GenerationId;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.AnswerRecords;
import io.sillok.schemas.wire.WireRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What models say and how generations end, as it comes from the log. All of it is remembered for
/// some minutes, for those who were cut off. Thread-safe.
public final class AnswerFeed implements Managed {

    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final long MOST_BYTES = 64_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final SubjectFeed feed;
    private final PersonKeys keys;

    public AnswerFeed(KafkaSettings settings, PersonKeys keys) {
        this.keys = keys;
        this.feed =
                new SubjectFeed(
                        settings,
                        List.of(Topics.GENERATION_EVENTS, Topics.GENERATION_CHUNKS),
                        "query-api-answers",
                        new SubjectFeed.Memory(REMEMBERED, MOST_BYTES, AnswerRecords::concerns));
    }

    /// Begins to listen; the caller closes it.
    SubjectFeed.Listening listen(GenerationId generation) {
        return feed.listen(generation.subject());
    }

    /// Lets a stream take what came.
    ///
    /// @return what a listener is to be told of it; empty when nothing came in time
    Optional<List<Step>> next(
            SubjectFeed.Listening listening, AnswerStream stream, Duration patience)
            throws InterruptedException {
        List<WireRecord> come = listening.next(patience);
        return come.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        come.stream()
                                .flatMap(r -> AnswerRecords.tell(r, keys, stream).stream())
                                .toList());
    }

    /// How well it hears, for a probe.
    public Health health() {
        String trouble = feed.trouble();
        return trouble.isEmpty()
                ? Health.healthy("hearing what models say")
                : Health.unhealthy(trouble);
    }

    @Override
    public void start() throws InterruptedException {
        feed.start(PATIENCE);
    }

    @Override
    public void stop() {
        feed.close();
    }
}
