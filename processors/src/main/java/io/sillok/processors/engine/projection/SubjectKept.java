package io.sillok.processors.engine.projection;

import io.sillok.schemas.envelope.KeptEnvelope;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.wire.Decoded;
import io.sillok.schemas.wire.KeptCodec;
import java.util.function.Function;

/// Reads what is kept of the subjects of one collection, one row per subject, and ignores all
/// others.
///
/// @param collection of the subjects: `users`
/// @param keys for the personal data in it
public record SubjectKept(String collection, PersonKeys keys) {

    /// What a record means to a projection of this collection.
    ///
    /// @param step what it does to the row of its subject
    /// @throws io.sillok.schemas.personal.KeysUnavailable when keys cannot be had: whoever runs the
    ///   projection tries again
    public <S> Reading<S> read(
            LogRecord record, Function<KeptEnvelope<Object>, Reading.Step<S>> step) {
        return switch (KeptCodec.decode(record.record(), keys)) {
            case Decoded.Message<KeptEnvelope<Object>>(var kept) ->
                    kept.subject().collection().equals(collection)
                            ? new Reading.Change<>(kept.subject().id().toString(), step.apply(kept))
                            : new Reading.Irrelevant<>();
            case Decoded.Undecodable<KeptEnvelope<Object>>(var reason, _) ->
                    new SubjectEvents(collection, keys).unreadable(record, reason);
        };
    }
}
