package io.sillok.schemas.wire;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.Idempotency;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.topics.Topic;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/// Commands as records and back. Stateless.
public final class CommandCodec {

    private CommandCodec() {}

    /// The record that carries a command.
    ///
    /// @param source who writes it, a URI reference: `/command-api`
    public static WireRecord encode(CommandEnvelope<?> command, String source) {
        return encode(command, source, PersonKeys.NONE);
    }

    /// The record that carries a command which may hold personal data.
    ///
    /// @param source as above
    /// @param keys of persons, for transport
    public static WireRecord encode(CommandEnvelope<?> command, String source, PersonKeys keys) {
        HeaderWriter headers =
                new HeaderWriter(
                                MessageTypes.of(command.command()),
                                command.id(),
                                source,
                                command.subject(),
                                command.time())
                        .put(Headers.CORRELATION, command.correlation())
                        .put(Headers.ACTOR, command.actor().id())
                        .put(Headers.ROLES, words(command.actor().roles()))
                        .put(Headers.TRACEPARENT, command.traceparent())
                        .put(Headers.IDEMPOTENCY_KEY, command.idempotency().map(Idempotency::key))
                        .put(
                                Headers.FINGERPRINT,
                                command.idempotency().map(Idempotency::fingerprint));
        command.expectedVersion().ifPresent(v -> headers.put(Headers.EXPECTED_VERSION, v));
        return headers.around(command.key().value(), Payload.bytes(command.command(), keys));
    }

    /// Decodes for a reader who may not know what is personal.
    public static Decoded<CommandEnvelope<Object>> decode(WireRecord record) {
        return decode(record, PersonKeys.NONE);
    }

    /// Decodes.
    ///
    /// @throws io.sillok.schemas.personal.KeysUnavailable when the command holds personal data and
    ///   keys cannot be had
    public static Decoded<CommandEnvelope<Object>> decode(WireRecord record, PersonKeys keys) {
        return Decoding.decode(record, Topic.Kind.COMMANDS, keys, CommandCodec::assemble);
    }

    private static CommandEnvelope<Object> assemble(WireRecord record, Payload payload) {
        return new CommandEnvelope<>(
                CommandId.parse(record.required(Headers.ID)),
                new BoundaryKey(record.key()),
                Subject.parse(record.required(Headers.SUBJECT)),
                Instant.parse(record.required(Headers.TIME)),
                new Actor(record.required(Headers.ACTOR), roles(record.required(Headers.ROLES))),
                Ids.parse(record.required(Headers.CORRELATION)),
                expectedVersion(record),
                idempotency(record),
                record.header(Headers.TRACEPARENT),
                payload.message());
    }

    private static OptionalLong expectedVersion(WireRecord record) {
        return record.header(Headers.EXPECTED_VERSION).stream()
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    private static Optional<Idempotency> idempotency(WireRecord record) {
        return record.header(Headers.IDEMPOTENCY_KEY)
                .map(key -> new Idempotency(key, record.required(Headers.FINGERPRINT)));
    }

    private static String words(Set<Role> roles) {
        return roles.stream().sorted().map(Role::word).collect(joining(","));
    }

    private static Set<Role> roles(String words) {
        return Stream.of(words.split(","))
                .filter(word -> !word.isEmpty())
                .map(Role::parse)
                .collect(toUnmodifiableSet());
    }
}
