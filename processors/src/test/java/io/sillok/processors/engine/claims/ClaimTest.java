package io.sillok.processors.engine.claims;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sillok.schemas.claims.ClaimKind;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.text.Normalizer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClaimTest {

    private static final ClaimKind KIND = new ClaimKind("word");
    private static final Problem TAKEN = Problem.of(ErrorCode.E4008, "taken", "It is taken.");
    private static final ClaimSecret SECRET = ClaimSecret.of(new byte[32]);

    @Nested
    class OfAName {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "safety at work",
                    "ＳＡＦＥＴＹ at  work",
                    " Safety\tAT\u00a0work ",
                    "SAFETY AT WORK"
                })
        void isTheSameForWhatReadsTheSame(String name) {
            assertThat(name(name)).isEqualTo(name("Safety at work"));
        }

        @Test
        void isTheSameInEveryNormalForm() {
            for (Normalizer.Form form : Normalizer.Form.values()) {
                assertThat(name(Normalizer.normalize("안전 교육", form))).isEqualTo(name("안전 교육"));
            }
        }

        @Test
        void isAnotherForAnotherName() {
            assertThat(name("안전")).isNotEqualTo(name("안 전"));
        }

        private static Claim name(String name) {
            return Claim.ofName(KIND, name, TAKEN);
        }
    }

    @Nested
    class OfAnEmailAddress {

        @ParameterizedTest
        @CsvSource({
            "Ada@Example.org, ada@example.org",
            "ada@exämple.org, ada@xn--exmple-cua.org",
            "ada@XN--EXMPLE-CUA.org, ada@xn--exmple-cua.org",
            "ａｄａ@example.org, ada@example.org",
            "ada@한국.kr, ada@xn--3e0b707e.kr",
            "a@b@example.org, a@b@example.org"
        })
        void comparesItsDomainAsTheNetworkDoes(String address, String value) {
            assertThat(Claim.ofEmail(KIND, address, TAKEN).value()).isEqualTo(value);
        }

        @Test
        void bearsADomainThatCannotBe() {
            var address = "ada@" + "a".repeat(70) + ".org";

            assertThat(Claim.ofEmail(KIND, address, TAKEN).value()).isEqualTo(address);
        }
    }

    @Nested
    class AnId {

        @Test
        void staysTheSameForEver() {
            var claim = new Claim(KIND, "x", TAKEN);

            assertThat(SECRET.id(claim)).hasToString("bfee64ac-a7bb-823a-b0f0-56d27b739c9d");
            assertThat(ClaimSecret.parse(SECRET.base64()).id(claim)).isEqualTo(SECRET.id(claim));
        }

        @Test
        void isAUuidOfVersionEight() {
            var id = SECRET.id(new Claim(KIND, "x", TAKEN)).value();

            assertThat(id.version()).isEqualTo(8);
            assertThat(id.variant()).isEqualTo(2);
        }

        @Test
        void isAnotherUnderAnotherSecretAndForAnotherKind() {
            var claim = new Claim(KIND, "x", TAKEN);
            var other = ClaimSecret.of("0123456789abcdef0123456789abcdef".getBytes(UTF_8));

            assertThat(SECRET.id(claim))
                    .isNotEqualTo(other.id(claim))
                    .isNotEqualTo(SECRET.id(new Claim(new ClaimKind("other"), "x", TAKEN)));
        }
    }

    @Test
    void doesNotShowItsValue() {
        assertThat(new Claim(KIND, "ada@example.org", TAKEN).toString()).doesNotContain("ada");
        assertThat(SECRET.toString()).doesNotContain(SECRET.base64());
    }

    @Test
    void needsASecretOfSomeLength() {
        assertThatIllegalArgumentException().isThrownBy(() -> ClaimSecret.of(new byte[31]));
        assertThatIllegalArgumentException().isThrownBy(() -> ClaimSecret.parse("not base64!"));
    }
}
