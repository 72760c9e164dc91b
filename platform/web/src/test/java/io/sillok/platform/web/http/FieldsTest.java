package io.sillok.platform.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.problems.Problem.Violation;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

    private final Fields fields = new Fields();

    private Problem problem() {
        return catchThrowableOfType(ProblemException.class, fields::orThrow).problem();
    }

    @Test
    void trimAndNormaliseText() {
        assertThat(fields.line("title", Optional.of("  \u1112\u1161\u11ab\u3000"), 1))
                .isEqualTo("\ud55c");
        assertThat(fields.text("description", Optional.of(" a\n\tb "), 4)).contains("a\n\tb");
        fields.orThrow();
    }

    @Test
    void measureCharactersNotChars() {
        fields.line("title", Optional.of("😀".repeat(200)), 200);
        fields.orThrow();
        fields.line("title", Optional.of("😀".repeat(201)), 200);
        assertThat(problem().violations())
                .containsExactly(new Violation("title", "must have at most 200 characters"));
    }

    @Test
    void takeBlankTextForNone() {
        assertThat(fields.text("description", Optional.of(" \n "), 10)).isEmpty();
        assertThat(fields.text("description", Optional.empty(), 10)).isEmpty();
        fields.orThrow();
    }

    @Test
    void reportEverythingThatIsMissingAsMissing() {
        fields.line("title", Optional.empty(), 10);
        fields.missing("file");

        assertThat(problem().code()).isEqualTo(ErrorCode.E4002);
        assertThat(problem().violations())
                .extracting(Violation::field)
                .containsExactly("title", "file");
    }

    @Test
    void reportAMixtureAsInvalid() {
        fields.line("title", Optional.of("  "), 10);
        fields.missing("file");

        assertThat(problem().code()).isEqualTo(ErrorCode.E4001);
        assertThat(problem().violations()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\u0085b", "a\u2028b", "a\ud800b", "a\u007fb"})
    void refuseControlCharactersInALine(String text) {
        fields.line("title", Optional.of(text), 10);

        assertThat(problem().code()).isEqualTo(ErrorCode.E4001);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "1-1-1-1-1",
                "0190a3b4-0000-7000-8000-00000000000",
                "g190a3b4-0000-7000-8000-000000000000"
            })
    void refuseWhatIsNoUuid(String text) {
        fields.uuid("category_id", Optional.of(text));

        assertThat(problem().violations())
                .containsExactly(new Violation("category_id", "must be a UUID"));
    }
}
