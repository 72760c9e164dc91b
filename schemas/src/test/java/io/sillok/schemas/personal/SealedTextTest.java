package io.sillok.schemas.personal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedTextTest {

    private static final UserId ADA = UserId.parse("01937b6e-6c22-7b20-9d22-1a3b5c7d9e02");
    private static final SealedText TEXT = new SealedText("k1", ADA, new byte[] {1, 2, 3});

    @Test
    void isPlainlyMarked() {
        assertThat(TEXT)
                .hasToString("encrypted.1.k1.AZN7bmwieyCdIho7XH2eAg.AQID")
                .asString()
                .matches(SealedText.PATTERN);
        assertThat(SealedText.ERASED).matches(SealedText.PATTERN);
    }

    @Test
    void isReadAgain() {
        assertThat(SealedText.parse(TEXT.toString()))
                .hasValueSatisfying(
                        read -> {
                            assertThat(read.keyId()).isEqualTo("k1");
                            assertThat(read.person()).isEqualTo(ADA);
                            assertThat(read.encrypted()).containsExactly(1, 2, 3);
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "encrypted",
                "encrypted.erased",
                "encrypted.2.k1.AZN7bmwieyCdIho7XH2eAg.AQID",
                "encrypted.1.K1.AZN7bmwieyCdIho7XH2eAg.AQID",
                "encrypted.1.k1.AZN7.AQID",
                "encrypted.1.k1.AZN7bmwieyCdIho7XH2eAg.",
                "encrypted.1.k1.AZN7bmwieyCdIho7XH2eAg.A",
                " encrypted.1.k1.AZN7bmwieyCdIho7XH2eAg.AQID"
            })
    void isNotTakenForSomethingElse(String text) {
        assertThat(SealedText.parse(text)).isEmpty();
    }

    @Test
    void isTakenOutOfWhatIsKeptLonger() {
        byte[] value =
                ("{\"a\":\"" + TEXT + "\",\"b\":\"" + TEXT + "\",\"c\":\"가\"}").getBytes(UTF_8);

        assertThat(new String(SealedText.withhold(value), UTF_8))
                .isEqualTo(
                        "{\"a\":\"encrypted.withheld\",\"b\":\"encrypted.withheld\",\"c\":\"가\"}");
    }

    @Test
    void leavesAllOtherBytesAlone() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        assertThat(SealedText.withhold(all)).isEqualTo(all);
    }
}
