package io.sillok.schemas.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainTest {

    private static final byte[] VALUE = "{\"name\":\"안전\"}".getBytes(UTF_8);
    private static final List<String> FIELDS = List.of("id", "type", "주제");

    @Test
    void hashesThePreviousLinkThenEachFieldAndTheValueWithItsLength()
            throws IOException, NoSuchAlgorithmException {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(input);
        data.write(new byte[32]);
        for (byte[] part : List.of(utf8("id"), utf8("type"), utf8("주제"), VALUE)) {
            data.writeInt(part.length);
            data.write(part);
        }

        byte[] digest = MessageDigest.getInstance("SHA-256").digest(input.toByteArray());

        assertThat(Chain.START.next(FIELDS, VALUE))
                .isEqualTo(new Chain(HexFormat.of().formatHex(digest)));
    }

    @Test
    void dependsOnTheLinkBefore() {
        Chain other = Chain.START.next(FIELDS, VALUE);

        assertThat(other.next(FIELDS, VALUE)).isNotEqualTo(Chain.START.next(FIELDS, VALUE));
    }

    @Test
    void tellsApartFieldsThatOnlyDifferInTheirBorders() {
        assertThat(Chain.START.next(List.of("ab", "c"), VALUE))
                .isNotEqualTo(Chain.START.next(List.of("a", "bc"), VALUE));
        assertThat(Chain.START.next(List.of("a"), utf8("b")))
                .isNotEqualTo(Chain.START.next(List.of("a", "b"), utf8("")));
    }

    @Test
    void changesWithEveryByteOfTheValue() {
        Chain link = Chain.START.next(FIELDS, VALUE);

        for (int i = 0; i < VALUE.length; i++) {
            byte[] edited = VALUE.clone();
            edited[i] ^= 1;
            assertThat(Chain.START.next(FIELDS, edited)).isNotEqualTo(link);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "G", "ABCDEF"})
    void refusesWhatIsNoLink(String hex) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Chain(hex));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}
