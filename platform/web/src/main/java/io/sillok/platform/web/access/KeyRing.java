package io.sillok.platform.web.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Several key pairs, of which one signs at a time. Immutable.
///
/// A key signs from its `nbf` until that of the next one, and verifies until its `exp`, which it
/// gets together with its successor: when the last token it may have signed has expired.
///
/// @param keys at least one, in the order in which they sign
record KeyRing(List<ECKey> keys) {

    KeyRing {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("there is at least one key");
        }
    }

    /// A ring with one new key.
    static KeyRing fresh(Instant now) {
        return new KeyRing(List.of(key(now)));
    }

    /// Reads the private form.
    static KeyRing parse(String text) throws ParseException {
        List<ECKey> keys = new ArrayList<>();
        for (JWK key : JWKSet.parse(text).getKeys()) {
            if (!(key instanceof ECKey pair) || !key.isPrivate()) {
                throw new ParseException("not a private EC key: " + key.getKeyID(), 0);
            }
            keys.add(pair);
        }
        if (keys.isEmpty()) {
            throw new ParseException("there is no key", 0);
        }
        return new KeyRing(keys);
    }

    /// The one that signs now.
    ECKey signing(Instant now) {
        return keys.reversed().stream()
                .filter(key -> !isAfter(key.getNotBeforeTime(), now))
                .findFirst()
                .orElseGet(keys::getFirst);
    }

    /// With one more key, which signs from a moment on.
    KeyRing with(Instant from, Duration longestToken) {
        Instant end = from.plus(longestToken).plus(TokenVerifier.CLOCK_SKEW);
        List<ECKey> all = new ArrayList<>();
        for (ECKey key : keys) {
            all.add(key.getExpirationTime() == null ? ending(key, end) : key);
        }
        all.add(key(from));
        return new KeyRing(all);
    }

    /// Without those that verify nothing any more.
    KeyRing at(Instant now) {
        List<ECKey> left = keys.stream().filter(key -> verifies(key, now)).toList();
        return left.isEmpty() ? this : new KeyRing(left);
    }

    /// The private form.
    String secret() {
        return jwks().toString(false);
    }

    /// The public form.
    String published() {
        return jwks().toString(true);
    }

    /// Whether tokens of this key are believed at a time.
    static boolean verifies(JWK key, Instant now) {
        return key.getExpirationTime() == null || isAfter(key.getExpirationTime(), now);
    }

    private static boolean isAfter(@Nullable Date time, Instant now) {
        return time != null && time.toInstant().isAfter(now);
    }

    private JWKSet jwks() {
        return new JWKSet(List.copyOf(keys));
    }

    private static ECKey ending(ECKey key, Instant end) {
        return new ECKey.Builder(key).expirationTime(Date.from(end)).build();
    }

    private static ECKey key(Instant from) {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .notBeforeTime(Date.from(from))
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }
}
