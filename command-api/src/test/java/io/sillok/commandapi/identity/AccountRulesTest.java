package io.sillok.commandapi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sillok.platform.web.http.Fields;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.problems.Problem.Violation;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountRulesTest {

    private final Fields fields = new Fields();

    private Problem problem() {
        return catchThrowableOfType(ProblemException.class, fields::orThrow).problem();
    }

    @Nested
    class AnEmailAddress {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ada@example.com",
                    "ADA@Example.COM",
                    "ada.king+log@mail.example.co.kr",
                    "o'neil#1@a-b.example",
                    "한글@예시.한국",
                    "ada@bücher.example",
                    "ａｄａ@ｅｘａｍｐｌｅ.com"
                })
        void mayHaveAnyScriptAndAnyCase(String address) {
            assertThat(AccountRules.email(fields, Optional.of(address))).isEqualTo(address);
            fields.orThrow();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "ada",
                    "@example.com",
                    "ada@",
                    "ada@example",
                    "ada@-example.com",
                    "ada@example..com",
                    ".ada@example.com",
                    "a..da@example.com",
                    "a da@example.com",
                    "ada@exa mple.com",
                    "ada@example.com\nbcc: eve@example.com",
                    "ada@[127.0.0.1]",
                    "a@b@c@",
                    "ada@example.com,eve@example.com"
                })
        void hasOneAtAndADomain(String address) {
            AccountRules.email(fields, Optional.of(address));

            assertThat(problem().violations())
                    .contains(new Violation("email", "must be an e-mail address"));
        }

        @Test
        void isNotLongerThan254Characters() {
            String label = "a".repeat(60) + ".";
            AccountRules.email(fields, Optional.of("ada@" + label.repeat(3) + "example.com"));
            fields.orThrow();

            AccountRules.email(fields, Optional.of("ada@" + label.repeat(4) + "example.com"));

            assertThat(problem().violations())
                    .containsExactly(new Violation("email", "must have at most 254 characters"));
        }

        @Test
        void hasAtMost64CharactersBeforeTheAt() {
            AccountRules.email(fields, Optional.of("a".repeat(64) + "@example.com"));
            fields.orThrow();

            AccountRules.email(fields, Optional.of("a".repeat(65) + "@example.com"));

            assertThat(problem().code()).isEqualTo(ErrorCode.E4001);
        }
    }

    @Nested
    class AUserName {

        @ParameterizedTest
        @ValueSource(strings = {"ada", "Ada.King_1815-x"})
        void holdsLettersDigitsAndThreeSigns(String name) {
            assertThat(AccountRules.username(fields, Optional.of(name))).isEqualTo(name);
            fields.orThrow();
        }

        @ParameterizedTest
        @ValueSource(strings = {"ad", "", "a b c", "ada@example", "에이다", "ada\n1"})
        void isNothingElse(String name) {
            AccountRules.username(fields, Optional.of(name));

            assertThat(problem().code()).isEqualTo(ErrorCode.E4001);
        }

        @Test
        void mayBreakSeveralRulesAtOnce() {
            AccountRules.username(fields, Optional.of("é"));

            assertThat(problem().violations()).hasSize(2);
        }

        @Test
        void has50CharactersAtMost() {
            AccountRules.username(fields, Optional.of("a".repeat(50)));
            fields.orThrow();

            AccountRules.username(fields, Optional.of("a".repeat(51)));

            assertThat(problem().violations()).hasSize(1);
        }
    }

    @Nested
    class APassword {

        @ParameterizedTest
        @ValueSource(strings = {"Abcdef1!", "  Correct-horse 7  ", "Пароль7-длинный"})
        void isTakenAsItIs(String password) {
            assertThat(AccountRules.password(fields, "password", Optional.of(password)))
                    .isEqualTo(password);
            fields.orThrow();
        }

        @ParameterizedTest
        @CsvSource({
            "Abcde1!, must have at least 8 characters",
            "abcdef1!, must have an upper-case letter",
            "ABCDEF1!, must have a lower-case letter",
            "Abcdefg!, must have a digit",
            "Abcdefg1, must have a symbol"
        })
        void breaksOneRuleAtATime(String password, String message) {
            AccountRules.password(fields, "password", Optional.of(password));

            assertThat(problem().violations()).containsExactly(new Violation("password", message));
        }

        @Test
        void isToldAllThatIsWrongWithIt() {
            AccountRules.password(fields, "password", Optional.of(""));

            assertThat(problem().violations()).hasSize(5);
        }

        @Test
        void has100CharactersAtMost() {
            AccountRules.password(fields, "password", Optional.of("Ab1!" + "😀".repeat(96)));
            fields.orThrow();

            AccountRules.password(fields, "password", Optional.of("Ab1!" + "😀".repeat(97)));

            assertThat(problem().violations()).hasSize(1);
        }
    }

    @Nested
    class AFullName {

        @Test
        void mayBeLeftOut() {
            assertThat(AccountRules.fullName(fields, Optional.empty())).isEmpty();
            assertThat(AccountRules.fullName(fields, Optional.of("  "))).isEmpty();
            fields.orThrow();
        }

        @Test
        void hasTwoToAHundredCharacters() {
            assertThat(AccountRules.fullName(fields, Optional.of(" 박지 "))).contains("박지");
            fields.orThrow();
            AccountRules.fullName(fields, Optional.of("박"));
            AccountRules.fullName(fields, Optional.of("a".repeat(101)));

            assertThat(problem().violations()).hasSize(2);
        }
    }

    @Test
    void whatIsMissingIsSaidToBe() {
        AccountRules.email(fields, Optional.empty());
        AccountRules.username(fields, Optional.empty());
        AccountRules.password(fields, "password", Optional.empty());

        assertThat(problem().code()).isEqualTo(ErrorCode.E4002);
        assertThat(problem().violations())
                .extracting(Violation::field)
                .containsExactly("email", "username", "password");
    }
}
