package io.sillok.commandapi.generation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.sillok.platform.web.http.StrictJson;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.generation.AccountId;
import io.sillok.schemas.generation.AskerProfile;
import io.sillok.schemas.generation.ExplanationStyle;
import io.sillok.schemas.generation.GenerationCommand;
import io.sillok.schemas.generation.GenerationId;
import io.sillok.schemas.generation.OutputStructure;
import io.sillok.schemas.generation.Prompt;
import io.sillok.schemas.generation.SkillLevel;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.problems.Problem.Violation;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class GenerateBodyTest {

    private static final UserId PERSON =
            new UserId(new UUID(0x0190_f3a0_0000_7000L, 0x8000_0000_0000_0001L));
    private static final Asker ADA = new Asker(PERSON, AccountId.of(PERSON));
    private static final GenerationId ID = GenerationId.of(ADA.account(), new UUID(1, 2));

    private static GenerationCommand.Request read(String json, boolean streams) throws IOException {
        return StrictJson.mapper()
                .readValue(json.getBytes(UTF_8), GenerateBody.class)
                .checked(ADA, ID, streams);
    }

    private static void isWrong(String json, boolean streams, String... fields) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(json, streams))
                .satisfies(
                        e ->
                                assertThat(e.problem().violations())
                                        .extracting(Violation::field)
                                        .containsExactly(fields));
    }

    @Test
    void readsTheFieldsAsTheyAreDocumented() throws IOException {
        GenerationCommand.Request command =
                read(
                        """
                        {"user_question":"Sort","code_context":"  x = 1\\n","language":"python",
                         "user_profile":{"pythonSkillLevel":"expert",
                         "codeOutputStructure":"minimal","explanationStyle":"detailed"},
                         "temperature":1}
                        """,
                        false);

        assertThat(command.prompt())
                .hasValue(
                        new Prompt.Code(
                                "Sort",
                                Optional.of("  x = 1\n"),
                                Optional.of("python"),
                                Optional.of(
                                        new AskerProfile(
                                                SkillLevel.EXPERT,
                                                OutputStructure.MINIMAL,
                                                ExplanationStyle.DETAILED))));
        assertThat(command.parameters().temperature()).hasValue(1.0);
        assertThat(command.streamed()).isFalse();
    }

    @Test
    void takesWhatIsUsualForWhatIsLeftOut() throws IOException {
        GenerationCommand.Request command =
                read("{\"user_question\":\"Sort\",\"user_profile\":{},\"stream\":true}", true);

        assertThat(command.prompt())
                .hasValue(
                        new Prompt.Code(
                                "Sort",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(
                                        new AskerProfile(
                                                SkillLevel.INTERMEDIATE,
                                                OutputStructure.STANDARD,
                                                ExplanationStyle.STANDARD))));
        assertThat(command.streamed()).isTrue();
    }

    @Test
    void namesAllThatIsWrong() {
        isWrong("{}", false, "user_question");
        isWrong(
                """
                {"user_question":" ","code_context":"\\u0000","language":"<b>",
                 "user_profile":{"pythonSkillLevel":"wizard"},"agent_id":"x","temperature":2.1,
                 "stream":true}
                """,
                false,
                "user_question",
                "code_context",
                "language",
                "user_profile.pythonSkillLevel",
                "agent_id",
                "temperature",
                "stream");
    }

    @Test
    void refusesProfilesInAnotherSpelling() {
        assertThatExceptionOfType(UnrecognizedPropertyException.class)
                .isThrownBy(
                        () ->
                                read(
                                        "{\"user_question\":\"x\",\"user_profile\":{\"python_skill_level\":\"expert\"}}",
                                        false));
    }
}
