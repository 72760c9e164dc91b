package io.sillok.commandapi.catalog.tus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sillok.platform.blobs.partial.Checksum;
import io.sillok.platform.web.problems.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TusChecksumsTest {

    private static final String SHA1_OF_HELLO = "Kq5sNclPz7QV2+lfQIuc6R7oRu0=";

    @Test
    void nameAnAlgorithmAndADigest() {
        assertThat(TusChecksums.parse("sha1 " + SHA1_OF_HELLO))
                .isEqualTo(new Checksum("SHA-1", "2aae6c35c94fcfb415dbe95f408b9ce91ee846ed"));
        assertThat(
                        TusChecksums.parse("sha256 ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
                                .algorithm())
                .isEqualTo("SHA-256");
    }

    @ParameterizedTest
    @CsvSource({
        "md5 Kq5sNclPz7QV2+lfQIuc6R7oRu0=, checksum-algorithm-unsupported",
        "SHA1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=, checksum-algorithm-unsupported",
        "sha1, malformed-header",
        "sha1 , malformed-header",
        "sha1 x y, malformed-header",
        "sha1 AAAA, malformed-header",
        "sha256 Kq5sNclPz7QV2+lfQIuc6R7oRu0=, malformed-header",
        "sha1 2aae6c35c94fcfb415dbe95f408b9ce91ee846ed, malformed-header"
    })
    void refuseWhatIsNoDigest(String header, String reason) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> TusChecksums.parse(header))
                .satisfies(e -> assertThat(e.problem().reason()).isEqualTo(reason));
    }
}
