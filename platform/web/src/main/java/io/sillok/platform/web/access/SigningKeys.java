package io.sillok.platform.web.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/// The key pair that access tokens are signed with: `signing-key.json` (readable by its owner only)
/// and `jwks.json` (public) in one folder. Only the issuer reads the first; everybody else verifies
/// with the second.
///
/// @param key private and public part
/// @param jwks where the public part is
public record SigningKeys(ECKey key, Path jwks) {

    private static final String PRIVATE = "signing-key.json";
    private static final String PUBLIC = "jwks.json";

    /// The keys of a folder, made on first use.
    ///
    /// @throws UncheckedIOException when the folder cannot be read or written, or its key is
    ///   damaged
    public static SigningKeys in(Path folder) {
        try {
            Files.createDirectories(folder);
            Path secret = folder.resolve(PRIVATE);
            ECKey key = Files.exists(secret) ? read(secret) : create(secret);
            Path jwks = folder.resolve(PUBLIC);
            String published = new JWKSet(key.toPublicJWK()).toString();
            if (!Files.exists(jwks) || !Files.readString(jwks).equals(published)) {
                write(jwks, published, "rw-r--r--");
            }
            return new SigningKeys(key, jwks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ECKey read(Path secret) throws IOException {
        try {
            return ECKey.parse(Files.readString(secret));
        } catch (ParseException e) {
            throw new IOException(secret + " is not a key", e);
        }
    }

    private static ECKey create(Path secret) throws IOException {
        try {
            ECKey key =
                    new ECKeyGenerator(Curve.P_256)
                            .algorithm(JWSAlgorithm.ES256)
                            .keyUse(KeyUse.SIGNATURE)
                            .keyIDFromThumbprint(true)
                            .generate();
            write(secret, key.toJSONString(), "rw-------");
            return key;
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
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
