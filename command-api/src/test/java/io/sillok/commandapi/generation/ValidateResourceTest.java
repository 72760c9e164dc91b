package io.sillok.commandapi.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sillok.commandapi.generation.ValidateResource.Found;
import io.sillok.commandapi.generation.ValidateResource.Issue;
import io.sillok.commandapi.generation.ValidateResource.Question;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ValidateResourceTest {

    private static Found found(String question, String code, String language) {
        return new ValidateResource()
                .validate(
                        new Question(
                                Optional.of(question), Optional.of(code), Optional.of(language)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"python", "Python", "C++", "c#", "Objective-C", "Visual Basic"})
    void knowsLanguagesHoweverTheyAreWritten(String language) {
        assertThat(found("Sort", "", language)).isEqualTo(new Found(true, List.of(), 1));
    }

    @Test
    void countsCharactersAndNotUnits() {
        assertThat(found("😀".repeat(8_000), "", "go").valid()).isTrue();
        assertThat(found("😀".repeat(8_001), "", "go").issues())
                .extracting(Issue::reason)
                .containsExactly("too-long");
    }

    @Test
    void namesAllThatIsWrong() {
        Found found = found(" ", "token = 'abcdefgh1234'", "klingon");

        assertThat(found.valid()).isFalse();
        assertThat(found.issues())
                .extracting(Issue::field, Issue::reason)
                .containsExactly(
                        tuple("user_question", "blank"),
                        tuple("language", "language-unknown"),
                        tuple("code_context", "secret-password"));
    }
}
