package io.sillok.platform.web.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A key of the installation under which digests are made (HMAC-SHA-256), so that they are worth
/// nothing to somebody who only has the database or the log. Thread-safe.
public final class DigestKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final SecretKeySpec key;

    private DigestKey(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /// The key in a file, made on first use and readable by its owner only.
    ///
    /// @throws UncheckedIOException when the file cannot be read or written, or holds no key
    public static DigestKey in(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (!Files.exists(file)) {
                create(file);
            }
            byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
            if (key.length != BYTES) {
                throw new IllegalArgumentException("not 32 bytes");
            }
            return new DigestKey(key);
        } catch (IllegalArgumentException e) {
            throw new UncheckedIOException(new IOException(file + " holds no key", e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Of several processes that start at the same time the first one makes it.
    private static void create(Path file) throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "digest", ".new");
        try {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
            Files.writeString(draft, Base64.getEncoder().encodeToString(key));
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException _) {
            // another process was faster; its key is the one
        } finally {
            Files.delete(draft);
        }
    }

    /// The digest of a secret, in hexadecimal digits.
    public String digest(Secret secret) {
        return HexFormat.of().formatHex(digest(secret.bytes()));
    }

    /// The digest of something that could be guessed without the key.
    public byte[] digest(byte[] guessable) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(guessable);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    /// Whether a digest is that of a secret; takes the same time for every wrong one.
    public boolean matches(String digest, Secret secret) {
        return MessageDigest.isEqual(digest.getBytes(US_ASCII), digest(secret).getBytes(US_ASCII));
    }
}
