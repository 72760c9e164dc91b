package io.sillok.processors.identity.projection;

import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.KeptEnvelope;
import io.sillok.schemas.identity.ApiKey;
import io.sillok.schemas.identity.ApiKeyEvent;
import io.sillok.schemas.identity.ApiKeyId;
import io.sillok.schemas.identity.Credential;
import java.util.Optional;

/// An API key and the digest of its secret, which come of two topics, whichever is read first.
///
/// @param key empty until an event was read
/// @param digestVersion of the digest, or of its end
/// @param digest empty until it was read, and once the key was revoked
record KnownKey(ApiKeyId id, Optional<ApiKey> key, long digestVersion, Optional<String> digest) {

    long version() {
        return key.map(ApiKey::version).orElse(0L);
    }

    /// The key after an event of its own.
    static KnownKey after(
            Optional<KnownKey> before, ApiKeyId id, EventEnvelope<ApiKeyEvent> event) {
        KnownKey known = before.orElseGet(() -> nothing(id));
        ApiKey key = ApiKey.evolve(known.key(), event);
        long ended = key.revoked().isPresent() ? key.version() : 0;
        return new KnownKey(
                id,
                Optional.of(key),
                Math.max(known.digestVersion(), ended),
                known.digest().filter(_ -> key.revoked().isEmpty()));
    }

    /// The key after what is kept of it.
    static KnownKey kept(Optional<KnownKey> before, ApiKeyId id, KeptEnvelope<Object> kept) {
        KnownKey known = before.orElseGet(() -> nothing(id));
        if (known.digestVersion() >= kept.sequence()) {
            return known;
        }
        boolean revoked = known.key().flatMap(ApiKey::revoked).isPresent();
        return new KnownKey(
                id,
                known.key(),
                kept.sequence(),
                kept.kept()
                        .filter(_ -> !revoked)
                        .map(Credential.ApiKeyDigest.class::cast)
                        .map(Credential.ApiKeyDigest::digest));
    }

    private static KnownKey nothing(ApiKeyId id) {
        return new KnownKey(id, Optional.empty(), 0, Optional.empty());
    }
}
