package io.sillok.standalone.home;

import io.sillok.processors.engine.claims.ClaimSecret;
import io.sillok.standalone.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/// The claim secret of a platform on one machine: a line of Base64 that only its owner can read.
///
/// It belongs to the log for ever. Under another one every value that is held looks free, so that a
/// second holder could get it: keep it with the backups of the log.
public final class ClaimSecretFile {

    private static final int BYTES = 32;

    private ClaimSecretFile() {}

    /// The secret of a file, made at first use.
    ///
    /// @throws LaunchFailure when it cannot be read or written, or holds no secret
    public static ClaimSecret in(Path file) {
        try {
            return Files.exists(file) ? read(file) : create(file);
        } catch (IOException e) {
            throw DataFolder.unusable(file, e);
        }
    }

    private static ClaimSecret read(Path file) throws IOException {
        try {
            return ClaimSecret.parse(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new LaunchFailure(
                    "%s holds no claim secret: bring back the one it held, without it values that are taken look free"
                            .formatted(file),
                    e);
        }
    }

    /// Whole or not at all, also when the machine stops meanwhile.
    private static ClaimSecret create(Path file) throws IOException {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        ClaimSecret secret = ClaimSecret.of(bytes);
        Path folder = Files.createDirectories(file.getParent());
        Path draft =
                Files.createTempFile(
                        folder,
                        "claim-secret",
                        ".new",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, secret.base64() + "\n");
        Files.move(draft, file);
        return secret;
    }
}
