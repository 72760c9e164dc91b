package io.sillok.commandapi.generation;

import io.dropwizard.lifecycle.Managed;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.SubjectFeed;
import io.sillok.platform.web.health.Health;
import io.sillok.schemas.generation.AnswerEnd;
import io.sillok.schemas.generation.AnswerStream;
import io.sillok.schemas.generation.GenerationId;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.AnswerRecords;
import io.sillok.schemas.wire.WireRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What models say and how generations end, as it comes from the log. Ends are remembered for some
/// minutes, so that a repeated request learns what became of the first one. Thread-safe.
final class AnswerFeed implements Managed {

    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final long MOST_BYTES = 32_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SubjectFeed feed;
    private final PersonKeys keys;

    AnswerFeed(KafkaSettings settings, PersonKeys keys) {
        this.keys = keys;
        this.feed =
                new SubjectFeed(
                        settings,
                        List.of(Topics.GENERATION_EVENTS, Topics.GENERATION_CHUNKS),
                        "command-api-answers",
                        new SubjectFeed.Memory(REMEMBERED, MOST_BYTES, AnswerRecords::isEnd));
    }

    /// Begins to listen, before anything can be said; the caller closes it.
    Hearing hear(GenerationId generation) {
        return new Hearing(feed.listen(generation.subject()), keys);
    }

    Health health() {
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

    /// Somebody who hears of one generation. Used by one thread at a time.
    record Hearing(SubjectFeed.Listening listening, PersonKeys keys) implements AutoCloseable {

        /// Lets a stream take what came; empty when nothing came in time, or nothing that counts.
        Heard into(AnswerStream stream, Duration patience) throws InterruptedException {
            List<WireRecord> come = listening.next(patience);
            return new Heard(
                    !come.isEmpty(),
                    come.stream()
                            .flatMap(record -> AnswerRecords.tell(record, keys, stream).stream())
                            .toList());
        }

        /// Waits for the end; empty when it does not come in time.
        Optional<AnswerEnd> end(Duration patience) throws InterruptedException {
            long until = System.nanoTime() + patience.toNanos();
            long left = patience.toNanos();
            do {
                for (WireRecord record : listening.next(Duration.ofNanos(Math.max(0, left)))) {
                    Optional<AnswerEnd> end = AnswerRecords.end(record, keys);
                    if (end.isPresent()) {
                        return end;
                    }
                }
                left = until - System.nanoTime();
            } while (left > 0);
            return Optional.empty();
        }

        @Override
        public void close() {
            listening.close();
        }
    }

    /// What came.
    ///
    /// @param isAnything whether anything came at all
    /// @param steps what a listener is to be told of it
    record Heard(boolean isAnything, List<AnswerStream.Step> steps) {

        Heard {
            steps = List.copyOf(steps);
        }
    }
}
