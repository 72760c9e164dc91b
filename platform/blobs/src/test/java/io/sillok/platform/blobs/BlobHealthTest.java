package io.sillok.platform.blobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlobHealthTest {

    @ParameterizedTest
    @CsvSource({
        "1.0, HEALTHY",
        "0.2, HEALTHY",
        "0.199, WARNING",
        "0.1, WARNING",
        "0.099, UNHEALTHY",
        "0, UNHEALTHY"
    })
    void followsTheFreeShareOfTheDisk(double free, BlobHealth.Level level) {
        assertThat(BlobHealth.ofFreeShare(free).level()).isEqualTo(level);
    }

    @Test
    void isUnhealthyWhenTheFolderIsGone(@TempDir Path folder) {
        assertThat(BlobHealth.ofDisk(folder.resolve("gone")).level())
                .isEqualTo(BlobHealth.Level.UNHEALTHY);
    }

    @Test
    void tellsTheFreeShareOfAFolder(@TempDir Path folder) {
        assertThat(BlobHealth.ofDisk(folder).freeShare()).isBetween(0.0, 1.0);
    }
}
