package io.sillok.platform.web.access;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;

/// What a service knows, beside the issuer's public keys, to tell who may call. Thread-safe.
///
/// @param digests under which the secrets of API keys are kept; empty where none are believed
public record Guard(Revocations revocations, IssuedKeys keys, Optional<DigestKey> digests) {

    /// For a service where nothing is ever revoked and no API key is believed.
    public static Guard ofTokensOnly() {
        return of(Revocations.none());
    }

    /// For a service where no API key is believed.
    public static Guard of(Revocations revocations) {
        return new Guard(revocations, IssuedKeys.none(), Optional.empty());
    }

    /// The key that a text is, if it counts at this time.
    Optional<IssuedKey> issued(String text, InstantSource clock) {
        return ApiKeyToken.parse(text)
                .flatMap(token -> keys.find(token.id()).filter(isProvedBy(token)))
                .filter(key -> clock.instant().isBefore(key.expires()));
    }

    private Predicate<IssuedKey> isProvedBy(ApiKeyToken token) {
        return key -> digests.filter(d -> d.matches(key.digest(), token.secret())).isPresent();
    }
}
