package io.sillok.standalone.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sillok.standalone.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimSecretFileTest {

    @TempDir Path data;

    private Path file;

    @BeforeEach
    void place() {
        file = new Layout(data).claimSecret();
    }

    @Test
    void isMadeOnceForItsOwnerOnly() throws IOException {
        var made = ClaimSecretFile.in(file);

        assertThat(ClaimSecretFile.in(file).base64()).isEqualTo(made.base64());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file.getParent()).isDirectoryContaining(file::equals);
        try (var files = Files.list(file.getParent())) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void isAnotherOneInAnotherFolder() {
        var other = ClaimSecretFile.in(data.resolve("other"));

        assertThat(ClaimSecretFile.in(file).base64()).isNotEqualTo(other.base64());
    }

    @Test
    void isNotReplacedWhenItIsDamaged() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "damaged");

        assertThatThrownBy(() -> ClaimSecretFile.in(file))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining(file.toString());
        assertThat(file).hasContent("damaged");
    }
}
