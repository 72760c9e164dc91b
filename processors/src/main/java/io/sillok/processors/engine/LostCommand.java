package io.sillok.processors.engine;

import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.wire.Headers;
import io.sillok.schemas.wire.WireRecord;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/// Saves what it can of a command that cannot be decided, so that whoever waits for it is told.
final class LostCommand {

    private static final int LONGEST_TRACE = 100;

    private LostCommand() {}

    /// An envelope to settle the command by; empty when not even its id and key can be read. What
    /// else is missing is replaced by what is certain.
    ///
    /// @param time of the record
    static Optional<CommandEnvelope<Object>> envelope(WireRecord record, Instant time) {
        Optional<CommandId> id = read(record, Headers.ID, CommandId::parse);
        Optional<BoundaryKey> key = parse(record.key(), BoundaryKey::new);
        return id.flatMap(known -> key.map(at -> envelope(record, time, known, at)));
    }

    private static CommandEnvelope<Object> envelope(
            WireRecord record, Instant time, CommandId id, BoundaryKey key) {
        return new CommandEnvelope<>(
                id,
                key,
                read(record, Headers.SUBJECT, Subject::parse)
                        .orElseGet(() -> new Subject("commands", id.value())),
                read(record, Headers.TIME, Instant::parse).orElse(time),
                read(record, Headers.ACTOR, actor -> new Actor(actor, Set.of()))
                        .orElseGet(() -> Actor.system("unknown")),
                read(record, Headers.CORRELATION, Ids::parse).orElse(id.value()),
                OptionalLong.empty(),
                Optional.empty(),
                record.header(Headers.TRACEPARENT).filter(text -> text.length() <= LONGEST_TRACE),
                record);
    }

    private static <T> Optional<T> read(
            WireRecord record, String header, Function<String, T> reader) {
        return record.header(header).flatMap(text -> parse(text, reader));
    }

    private static <T> Optional<T> parse(String text, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
