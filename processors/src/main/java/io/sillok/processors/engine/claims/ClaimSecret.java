package io.sillok.processors.engine.claims;

import io.sillok.schemas.claims.ClaimId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What turns values into claims, so that nobody else can: the key of an HMAC-SHA-256. One for an
/// installation, for ever; under another one the values that are held look free.
///
/// Immutable and thread-safe.
public final class ClaimSecret {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final SecretKeySpec key;

    private ClaimSecret(byte[] key) {
        if (key.length < BYTES) {
            throw new IllegalArgumentException("a claim secret has at least 32 bytes");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    public static ClaimSecret of(byte[] key) {
        return new ClaimSecret(key);
    }

    /// Reads a secret written in Base64.
    ///
    /// @throws IllegalArgumentException when it is none, or shorter than 32 bytes
    public static ClaimSecret parse(String base64) {
        return of(Base64.getDecoder().decode(base64.strip()));
    }

    /// The claim to a value: the first bits of HMAC(kind ‖ 0 ‖ value), as a UUIDv8.
    public ClaimId id(Claim claim) {
        ByteBuffer hash = ByteBuffer.wrap(hash(claim.kind() + "\0" + claim.value()));
        long high = (hash.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x8000L;
        long low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new ClaimId(new UUID(high, low));
    }

    /// What [#parse] reads, for the settings of another process. Never to be logged.
    public String base64() {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    private byte[] hash(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("any bytes are a key of HMAC", e);
        }
    }

    @Override
    public String toString() {
        return "ClaimSecret";
    }
}
