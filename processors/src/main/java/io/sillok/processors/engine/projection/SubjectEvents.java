package io.sillok.processors.engine.projection;

import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.wire.Decoded;
import io.sillok.schemas.wire.EventCodec;
import io.sillok.schemas.wire.Headers;
import io.sillok.schemas.wire.LogEntry;
import java.util.Optional;
import java.util.function.Function;

/// Reads the events of one collection, one row per subject, and ignores all others.
///
/// @param collection of the subjects: `materials`
/// @param keys for the personal data in its events
public record SubjectEvents(String collection, PersonKeys keys) {

    /// A collection without personal data.
    public SubjectEvents(String collection) {
        this(collection, PersonKeys.NONE);
    }

    /// What a record means to a projection of this collection.
    ///
    /// @param step what an event of this collection does to its row
    /// @throws io.sillok.schemas.personal.KeysUnavailable when keys cannot be had: whoever runs the
    ///   projection tries again
    public <S> Reading<S> read(
            LogRecord record, Function<EventEnvelope<Object>, Reading.Step<S>> step) {
        return switch (EventCodec.decode(record.record(), keys)) {
            case Decoded.Message<LogEntry>(LogEntry.Event(var event)) -> {
                if (!event.subject().collection().equals(collection)) {
                    yield new Reading.Irrelevant<>();
                }
                yield new Reading.Change<>(event.subject().id().toString(), step.apply(event));
            }
            case Decoded.Message<LogEntry>(LogEntry.Settlement _) -> new Reading.Irrelevant<>();
            case Decoded.Undecodable<LogEntry>(var reason, _) -> unreadable(record, reason);
        };
    }

    /// What an undecodable record means to a projection of this collection: nothing when its
    /// subject can be read and is of another one.
    public <S> Reading<S> unreadable(LogRecord record, String reason) {
        Optional<Subject> subject = subject(record);
        if (subject.isEmpty()) {
            return new Reading.Unreadable<>(record.place(), reason);
        }
        if (!subject.get().collection().equals(collection)) {
            return new Reading.Irrelevant<>();
        }
        return new Reading.Unreadable<>(subject.get().id().toString(), reason);
    }

    private static Optional<Subject> subject(LogRecord record) {
        try {
            return record.record().header(Headers.SUBJECT).map(Subject::parse);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
