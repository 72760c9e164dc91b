package io.sillok.platform.web.access;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The key pairs that access tokens are signed with: `signing-keys.json` (readable by its owner
/// only) and `jwks.json` (public) in one folder. Only issuers read the first; everybody else
/// verifies with the second. Thread-safe.
///
/// Another process may rotate the keys by replacing the files: an issuer looks before it signs, a
/// verifier before it verifies.
public final class SigningKeys {

    /// No token may be valid for longer: a key that signs no more is kept for this long.
    public static final Duration LONGEST_TOKEN = Duration.ofDays(7);

    /// How long a new key is shown before it signs: longer than verifiers keep what they fetched.
    public static final Duration SHOWN_AHEAD = Duration.ofMinutes(10);

    private static final String PRIVATE = "signing-keys.json";
    private static final String PUBLIC = "jwks.json";

    private final Path folder;
    private final WatchedFile<KeyRing> ring;

    private SigningKeys(Path folder) {
        this.folder = folder;
        this.ring = new WatchedFile<>(folder.resolve(PRIVATE), SigningKeys::read);
    }

    /// The keys of a folder, made on first use.
    ///
    /// @throws UncheckedIOException when the folder cannot be read or written, or its keys are
    ///   damaged
    public static SigningKeys in(Path folder) {
        SigningKeys keys = new SigningKeys(folder);
        try {
            Files.createDirectories(folder);
            if (!Files.exists(folder.resolve(PRIVATE))) {
                keys.write(KeyRing.fresh(Instant.now()));
            }
            keys.publish(keys.ring.current().at(Instant.now()));
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where the public parts are.
    public Path jwks() {
        return folder.resolve(PUBLIC);
    }

    /// The public parts of all keys that verify at a time, as a JWK set (RFC 7517).
    public String published(Instant now) {
        return ring().at(now).published();
    }

    /// The ids of all keys that verify at a time, the newest last.
    public List<String> ids(Instant now) {
        return ring().at(now).keys().stream().map(ECKey::getKeyID).toList();
    }

    /// The pair to sign with at a time.
    public ECKey signing(Instant now) {
        return ring().signing(now);
    }

    /// Adds a key that signs from [#SHOWN_AHEAD] on. The others verify until the last token they
    /// may have signed has expired, and are forgotten then.
    public void rotate(Instant now) {
        replace(ring().at(now).with(now.plus(SHOWN_AHEAD), LONGEST_TOKEN));
    }

    /// Makes a key that signs at once and forgets all others: every token issued so far is void.
    /// For keys that somebody else may know.
    public void replaceAll(Instant now) {
        replace(KeyRing.fresh(now));
    }

    private KeyRing ring() {
        try {
            return ring.current();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void replace(KeyRing next) {
        try {
            write(next);
            publish(next);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyRing read(Path secret) throws IOException {
        try {
            return KeyRing.parse(Files.readString(secret));
        } catch (ParseException | IllegalArgumentException e) {
            throw new IOException(secret + " holds no keys", e);
        }
    }

    private void write(KeyRing keys) throws IOException {
        write(folder.resolve(PRIVATE), keys.secret(), "rw-------");
    }

    private void publish(KeyRing keys) throws IOException {
        String published = keys.published();
        if (!Files.exists(jwks()) || !Files.readString(jwks()).equals(published)) {
            write(jwks(), published, "rw-r--r--");
        }
    }

    private static void write(Path file, String text, String permissions) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path draft = Files.createTempFile(folder, "key", ".new");
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString(permissions));
        Files.writeString(draft, text);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
