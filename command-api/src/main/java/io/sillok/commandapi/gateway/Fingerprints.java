package io.sillok.commandapi.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sillok.schemas.envelope.Idempotency;
import io.sillok.schemas.personal.AboutPerson;
import io.sillok.schemas.personal.DataKey;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.wire.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Makes repeated requests recognisable. The caller's key is hashed: whatever they put into it does
/// not end up on the log.
final class Fingerprints {

    private Fingerprints() {}

    /// The key scoped to caller and collection, and the digest of what the request means: its
    /// command, which names an uploaded file by the digest of its bytes.
    ///
    /// The digest of a command about a person depends on a key, because it stands on the log:
    /// nobody can try out whose data it was made of.
    ///
    /// @param keys of persons, for transport
    static Idempotency of(String actor, String key, Order order, PersonKeys keys) {
        String scoped = CommandHeaders.scoped(order.subject().collection(), actor, key);
        return new Idempotency(sha256(scoped.getBytes(UTF_8)), meaning(order.command(), keys));
    }

    private static String meaning(Object command, PersonKeys keys) {
        byte[] json = Json.inTheOpen(command);
        if (command instanceof AboutPerson about) {
            DataKey key = keys.current(about.person()).orElseThrow();
            return HexFormat.of().formatHex(key.digest(json));
        }
        return sha256(json);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
