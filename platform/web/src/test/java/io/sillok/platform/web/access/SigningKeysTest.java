package io.sillok.platform.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {

    @TempDir Path folder;

    @Test
    void areMadeOnceAndKept() {
        SigningKeys made = SigningKeys.in(folder.resolve("keys"));

        assertThat(SigningKeys.in(folder.resolve("keys"))).isEqualTo(made);
    }

    @Test
    void areReadableByTheirOwnerOnly() throws IOException {
        SigningKeys.in(folder);

        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("signing-key.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void publishOnlyThePublicPart() throws IOException {
        SigningKeys keys = SigningKeys.in(folder);

        assertThat(Files.readString(keys.jwks()))
                .contains(keys.key().getKeyID())
                .doesNotContain("\"d\"")
                .doesNotContain(keys.key().getD().toString());
    }

    @Test
    void publishAgainWhatWasLost() throws IOException {
        SigningKeys keys = SigningKeys.in(folder);
        Files.writeString(keys.jwks(), "{\"keys\":[]}");

        SigningKeys.in(folder);

        assertThat(Files.readString(keys.jwks())).contains(keys.key().getKeyID());
    }

    @Test
    void areNotReplacedWhenDamaged() throws IOException {
        Files.writeString(folder.resolve("signing-key.json"), "{");

        assertThatThrownBy(() -> SigningKeys.in(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("signing-key.json");
    }
}
