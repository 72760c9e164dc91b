package io.sillok.schemas.envelope;

/// What makes a repeated request recognisable: the caller's key and a fingerprint of what they
/// asked for (IETF draft "The Idempotency-Key HTTP Header Field").
///
/// @param key unique per caller and route, already scoped to both
/// @param fingerprint SHA-256 (hex) of the request's meaning; another fingerprint under the same
///   key is a misuse
public record Idempotency(String key, String fingerprint) {

    public Idempotency {
        if (key.isBlank() || key.length() > 300) {
            throw new IllegalArgumentException("an idempotency key has 1 to 300 characters");
        }
    }
}
