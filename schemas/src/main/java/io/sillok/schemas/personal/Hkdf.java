package io.sillok.schemas.personal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/// Derives keys from keys (RFC 5869, HKDF with SHA-256, without salt).
public final class Hkdf {

    private Hkdf() {}

    /// The 32 bytes that follow from a secret for one purpose. Nobody learns from them the secret,
    /// or what follows for another purpose.
    ///
    /// @param secret random, not a password
    public static byte[] sha256(byte[] secret, String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(secret)
                                    .thenExpand(purpose.getBytes(UTF_8), DataKey.LENGTH));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HKDF", e);
        }
    }
}
