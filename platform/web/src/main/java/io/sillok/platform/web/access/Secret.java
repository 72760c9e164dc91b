package io.sillok.platform.web.access;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// 32 random bytes that prove something to those who know their digest. Holds what must not be
/// logged: its text form says nothing.
public final class Secret {

    static final int BYTES = 32;

    /// As many characters as 32 bytes have in unpadded Base64.
    static final int CHARACTERS = 43;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /// A new one.
    public static Secret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(bytes);
    }

    /// One that was made of something else that nobody can guess.
    ///
    /// @param bytes 32 of them
    public static Secret of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a secret has 32 bytes");
        }
        return new Secret(bytes.clone());
    }

    /// Reads what [#reveal()] wrote; empty when it is anything else.
    public static Optional<Secret> parse(String text) {
        if (text.length() != CHARACTERS) {
            return Optional.empty();
        }
        try {
            Secret secret = new Secret(Base64.getUrlDecoder().decode(text));
            return Optional.of(secret).filter(read -> read.reveal().equals(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// What its holder is told, once: URL-safe Base64.
    public String reveal() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// What may be kept and sent around: its SHA-256, in hexadecimal digits.
    public String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
