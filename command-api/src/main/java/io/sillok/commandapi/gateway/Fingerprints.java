package io.sillok.commandapi.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sillok.schemas.envelope.Idempotency;
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
    static Idempotency of(String actor, String key, Order order) {
        String scoped = CommandHeaders.scoped(order.subject().collection(), actor, key);
        return new Idempotency(sha256(scoped.getBytes(UTF_8)), sha256(Json.bytes(order.command())));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
