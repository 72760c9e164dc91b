package io.sillok.commandapi.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sillok.commandapi.identity.passwords.Passwords;
import io.sillok.platform.web.access.DigestKey;
import io.sillok.platform.web.access.Secret;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.identity.LoginName;
import io.sillok.schemas.personal.UserId;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/// Ids, salts and secrets that are drawn once for a request: at random, and for a request with an
/// `Idempotency-Key` from that key and the installation's own, so that a repeated request means the
/// same again. Whoever does not have the installation's key learns nothing from it. Thread-safe.
record NewSecrets(Passwords passwords, DigestKey digests, InstantSource clock) {

    /// The id of an account that somebody opens. Two people may use the same key.
    UUID userId(String email, Optional<String> key) {
        return key.map(k -> Ids.named(HexFormat.of().formatHex(derived("user", ofEmail(email), k))))
                .orElseGet(() -> Ids.timeOrdered(clock.instant()));
    }

    /// The hash of an account's first password.
    String hash(String password, UserId user, Optional<String> key) {
        return key.map(k -> passwords.hash(password, derived("salt", user.toString(), k)))
                .orElseGet(() -> passwords.hash(password));
    }

    /// The secret of an API key.
    Secret secret(UUID apiKey, Optional<String> key) {
        return key.map(k -> Secret.of(derived("api-key", apiKey.toString(), k)))
                .orElseGet(Secret::random);
    }

    private byte[] derived(String purpose, String scope, String key) {
        return digests.digest((purpose + "\0" + scope + "\0" + key).getBytes(UTF_8));
    }

    private static String ofEmail(String email) {
        return LoginName.ofEmail(email).value();
    }
}
