package io.sillok.platform.stores.personal;

import static java.util.stream.Collectors.joining;

import io.sillok.schemas.personal.DataKey;
import io.sillok.schemas.personal.Hkdf;
import io.sillok.schemas.personal.KeysUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Master keys in a file: one to a line, 32 bytes in Base64, the newest last. To rotate, a line is
/// added (`openssl rand -base64 32 >> master.key`); what its older ones wrapped is still unwrapped.
///
/// A key's id is computed from it. The file is read once. Thread-safe.
public final class FileMasterKey implements MasterKey {

    private static final int ID_BYTES = 4;
    private static final Set<PosixFilePermission> FOR_EVERYBODY =
            PosixFilePermissions.fromString("------rwx");

    private final Map<String, byte[]> secrets;

    private FileMasterKey(Map<String, byte[]> newestFirst) {
        this.secrets = newestFirst;
    }

    /// The master keys of a file, which is made, readable by its owner only, where there is none.
    /// All services of an installation need the same file.
    ///
    /// @throws UncheckedIOException when the file cannot be read or written
    /// @throws IllegalArgumentException when it holds something else, or everybody may read it
    public static FileMasterKey in(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            requirePrivate(file);
            return new FileMasterKey(read(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> ids() {
        return List.copyOf(secrets.keySet());
    }

    @Override
    public Wrapped wrap(byte[] secret, String context) {
        String newest = secrets.keySet().iterator().next();
        return new Wrapped(newest, wrapping(newest).encrypt(secret, bytes(context)));
    }

    @Override
    public byte[] unwrap(Wrapped wrapped, String context) {
        if (!secrets.containsKey(wrapped.masterKey())) {
            throw new KeysUnavailable("master key " + wrapped.masterKey() + " is missing");
        }
        return wrapping(wrapped.masterKey())
                .decrypt(wrapped.bytes(), bytes(context))
                .orElseThrow(() -> new IllegalStateException("a wrapped key was changed or moved"));
    }

    @Override
    public byte[] derive(String id, String purpose) {
        return Hkdf.sha256(Objects.requireNonNull(secrets.get(id)), "derived/" + purpose);
    }

    private DataKey wrapping(String id) {
        return new DataKey(id, Hkdf.sha256(Objects.requireNonNull(secrets.get(id)), "wrapping"));
    }

    private static byte[] bytes(String context) {
        return context.getBytes(StandardCharsets.UTF_8);
    }

    /// Whoever of several comes first makes it; nobody ever sees half of it.
    private static void create(Path file) throws IOException {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, "master", ".new");
        try {
            Files.writeString(
                    draft, Base64.getEncoder().encodeToString(DataKey.randomSecret()) + "\n");
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException _) {
            // somebody else was first
        } finally {
            Files.delete(draft);
        }
    }

    private static void requirePrivate(Path file) throws IOException {
        if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
            return;
        }
        for (PosixFilePermission permission : Files.getPosixFilePermissions(file)) {
            if (FOR_EVERYBODY.contains(permission)) {
                throw new IllegalArgumentException(
                        file + " holds master keys and everybody may use it: chmod 600 it");
            }
        }
    }

    private static Map<String, byte[]> read(Path file) throws IOException {
        Map<String, byte[]> keys = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(file).stream().filter(l -> !l.isBlank()).toList();
        for (String line : lines.reversed()) {
            byte[] secret = secret(line.strip(), file);
            keys.put(HexFormat.of().formatHex(Hkdf.sha256(secret, "id"), 0, ID_BYTES), secret);
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException(file + " holds no master key");
        }
        return keys;
    }

    private static byte[] secret(String line, Path file) {
        try {
            byte[] secret = Base64.getDecoder().decode(line);
            if (secret.length == DataKey.LENGTH) {
                return secret;
            }
        } catch (IllegalArgumentException _) {
            // said below, without what was read
        }
        throw new IllegalArgumentException(
                file + ": a master key is a line of 32 bytes in Base64, unlike one there");
    }

    @Override
    public String toString() {
        return secrets.keySet().stream().collect(joining(",", "FileMasterKey[", "]"));
    }
}
