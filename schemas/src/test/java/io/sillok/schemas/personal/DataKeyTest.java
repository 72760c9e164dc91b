package io.sillok.schemas.personal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DataKeyTest {

    private static final byte[] PLAIN = "ada@example.org".getBytes(UTF_8);
    private static final byte[] HERE = {1};
    private static final byte[] ELSEWHERE = {2};

    private final DataKey key = new DataKey("a1", DataKey.randomSecret());

    @Test
    void decryptsWhatItEncrypted() {
        assertThat(key.decrypt(key.encrypt(PLAIN, HERE), HERE)).hasValue(PLAIN);
    }

    @Test
    void neverEncryptsTheSameWayTwice() {
        assertThat(key.encrypt(PLAIN, HERE)).isNotEqualTo(key.encrypt(PLAIN, HERE));
    }

    @Test
    void refusesAnotherContext() {
        assertThat(key.decrypt(key.encrypt(PLAIN, HERE), ELSEWHERE)).isEmpty();
    }

    @Test
    void refusesAnotherKeysCiphertext() {
        DataKey other = new DataKey("a1", DataKey.randomSecret());

        assertThat(other.decrypt(key.encrypt(PLAIN, HERE), HERE)).isEmpty();
    }

    @Test
    void refusesAnyChangedBit() {
        byte[] encrypted = key.encrypt(PLAIN, HERE);
        for (int i = 0; i < encrypted.length; i++) {
            byte[] changed = encrypted.clone();
            changed[i] ^= 1;
            assertThat(key.decrypt(changed, HERE)).isEmpty();
        }
    }

    @Test
    void refusesWhatIsTooShort() {
        for (int length = 0; length < 30; length++) {
            assertThat(key.decrypt(new byte[length], HERE)).isEmpty();
        }
    }

    @Test
    void digestsAlikeUnderOneKeyOnly() {
        DataKey other = new DataKey("a1", DataKey.randomSecret());

        assertThat(key.digest(PLAIN)).hasSize(32).isEqualTo(key.digest(PLAIN));
        assertThat(other.digest(PLAIN)).isNotEqualTo(key.digest(PLAIN));
    }

    @Test
    void neverShowsItsSecret() {
        DataKey zeros = new DataKey("a1", new byte[32]);

        assertThat(zeros).hasToString("DataKey[id=a1]");
    }

    @Test
    void hasThirtyTwoBytesAndAPlainId() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DataKey("a1", new byte[16]));
        assertThatIllegalArgumentException().isThrownBy(() -> new DataKey("a.1", new byte[32]));
    }

    /// RFC 5869, test case 3: no salt, no info; the expansion's first 32 bytes.
    @Test
    void derivesAsTheStandardSays() {
        byte[] secret = HexFormat.of().parseHex("0b".repeat(22));

        assertThat(HexFormat.of().formatHex(Hkdf.sha256(secret, "")))
                .isEqualTo("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d");
    }
}
