package io.sillok.queryapi.log;

import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.wire.Decoded;
import io.sillok.schemas.wire.EventCodec;
import io.sillok.schemas.wire.Headers;
import io.sillok.schemas.wire.LogEntry;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// One subject at two moments, rebuilt from its events.
///
/// @param then as it was at the time asked for; empty when it did not exist yet
/// @param now as it is at the end of the log; empty when it never existed
public record Past<S>(Optional<S> then, Optional<S> now) {

    /// The pure step from one state to the next.
    ///
    /// @param <S> state
    /// @param <E> event
    public interface Fold<S, E> {
        S evolve(Optional<S> before, EventEnvelope<E> next);
    }

    /// Which subject, and how its events are folded.
    ///
    /// @param key the boundary the subject is decided in
    /// @param keys for the personal data in its events
    public record Recipe<S, E>(
            Subject subject, BoundaryKey key, Class<E> type, Fold<S, E> fold, PersonKeys keys) {

        /// For events without personal data.
        public Recipe(Subject subject, BoundaryKey key, Class<E> type, Fold<S, E> fold) {
            this(subject, key, type, fold, PersonKeys.NONE);
        }
    }

    /// Reads a subject's whole history; empty when too many readings go on.
    ///
    /// @throws io.sillok.platform.kafka.LogUnavailable when the log does not answer
    public static <S, E> Optional<Past<S>> read(EventLog log, Recipe<S, E> recipe, Instant asOf) {
        return log.open(Stretch.of(recipe.key()))
                .map(
                        scan -> {
                            try (scan) {
                                return fold(scan, recipe, asOf);
                            }
                        });
    }

    private static <S, E> Past<S> fold(LogScan scan, Recipe<S, E> recipe, Instant asOf) {
        Optional<S> then = Optional.empty();
        Optional<S> now = Optional.empty();
        boolean isPast = true;
        for (var next = scan.next(); next.isPresent(); next = scan.next()) {
            for (var event : events(next.get(), recipe).toList()) {
                now = Optional.of(recipe.fold().evolve(now, event));
                isPast = isPast && !event.time().isAfter(asOf);
                then = isPast ? now : then;
            }
        }
        return new Past<>(then, now);
    }

    /// The record's event, if it is one of this subject.
    private static <S, E> Stream<EventEnvelope<E>> events(
            LoggedRecord logged, Recipe<S, E> recipe) {
        boolean concerns =
                logged.record()
                        .header(Headers.SUBJECT)
                        .filter(recipe.subject().toString()::equals)
                        .isPresent();
        return concerns
                        && EventCodec.decode(logged.record(), recipe.keys())
                                instanceof Decoded.Message<LogEntry>(LogEntry.Event(var event))
                        && recipe.type().isInstance(event.event())
                ? Stream.of(event.with(recipe.type().cast(event.event())))
                : Stream.empty();
    }
}
