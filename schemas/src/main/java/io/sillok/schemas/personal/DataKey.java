package io.sillok.schemas.personal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// A key for the data of one person, and the name by which ciphertexts refer to it. Its text form
/// hides the secret. Thread-safe.
///
/// It encrypts with AES-256-GCM (NIST SP 800-38D) under a fresh random nonce of 96 bits. That is
/// sound for some billions of values under one key, and a key serves one person only.
public final class DataKey {

    /// Bytes of the secret.
    public static final int LENGTH = 32;

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String id;
    private final byte[] secret;
    private final RandomGenerator nonces;

    /// A key with a secret of [#LENGTH] bytes.
    ///
    /// @param id lower-case letters and digits
    public DataKey(String id, byte[] secret) {
        this(id, secret, RANDOM);
    }

    /// For samples, whose bytes must not change. Under a key with a nonce that was used before
    /// nothing is secret.
    DataKey(String id, byte[] secret, RandomGenerator nonces) {
        if (!id.matches("[a-z0-9]{1,32}")) {
            throw new IllegalArgumentException("a key id is 1 to 32 lower-case letters and digits");
        }
        if (secret.length != LENGTH) {
            throw new IllegalArgumentException("a key has " + LENGTH + " bytes");
        }
        this.id = id;
        this.secret = secret.clone();
        this.nonces = nonces;
    }

    /// A secret that nobody has had before.
    public static byte[] randomSecret() {
        byte[] secret = new byte[LENGTH];
        RANDOM.nextBytes(secret);
        return secret;
    }

    public String id() {
        return id;
    }

    /// Encrypts.
    ///
    /// @param context authenticated with it, not contained in it: only who knows it can decrypt
    /// @return nonce, ciphertext and tag
    public byte[] encrypt(byte[] plain, byte[] context) {
        byte[] nonce = new byte[NONCE];
        nonces.nextBytes(nonce);
        try {
            byte[] cipher = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plain);
            return ByteBuffer.allocate(NONCE + cipher.length).put(nonce).put(cipher).array();
        } catch (GeneralSecurityException e) {
            throw broken(e);
        }
    }

    /// Decrypts; empty when these bytes were not encrypted under this key and in this context.
    public Optional<byte[]> decrypt(byte[] encrypted, byte[] context) {
        if (encrypted.length < NONCE + TAG_BITS / Byte.SIZE) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(encrypted, NONCE), context)
                            .doFinal(encrypted, NONCE, encrypted.length - NONCE));
        } catch (AEADBadTagException _) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw broken(e);
        }
    }

    /// A digest that only holders of the key can compute (HMAC-SHA-256): by it repeated data is
    /// recognised, and nobody else can try out what it may have been.
    public byte[] digest(byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            byte[] own = Hkdf.sha256(secret, "digest");
            mac.init(new SecretKeySpec(own, "HmacSHA256"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw broken(e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context);
        return cipher;
    }

    private static IllegalStateException broken(GeneralSecurityException cause) {
        return new IllegalStateException("every Java platform has AES-GCM and HMAC", cause);
    }

    @Override
    public String toString() {
        return "DataKey[id=" + id + "]";
    }
}
