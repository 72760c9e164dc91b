package io.sillok.commandapi.generation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sillok.platform.web.http.Fields;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.generation.AgentId;
import io.sillok.schemas.generation.AskerProfile;
import io.sillok.schemas.generation.ExplanationStyle;
import io.sillok.schemas.generation.GenerationCommand;
import io.sillok.schemas.generation.GenerationId;
import io.sillok.schemas.generation.OutputStructure;
import io.sillok.schemas.generation.Parameters;
import io.sillok.schemas.generation.Prompt;
import io.sillok.schemas.generation.SkillLevel;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import java.util.UUID;

/// What is asked of a model.
///
/// @param stream whether the answer is wanted token by token
@Schema(name = "GenerateRequest")
record GenerateBody(
        @Schema(
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        minLength = 1,
                        maxLength = CodeFields.LONGEST_QUESTION)
                Optional<String> userQuestion,
        @Schema(maxLength = CodeFields.LONGEST_CODE) Optional<String> codeContext,
        @Schema(example = "python", maxLength = 40) Optional<String> language,
        Optional<ProfileBody> userProfile,
        @Schema(format = "uuid") Optional<String> agentId,
        @Schema(minimum = "0", maximum = "2") Optional<Double> temperature,
        Optional<Boolean> stream) {

    /// How the asker wants to be answered; what is left out is usual.
    @Schema(name = "UserProfile")
    record ProfileBody(
            @JsonProperty("pythonSkillLevel")
                    @Schema(
                            name = "pythonSkillLevel",
                            defaultValue = "intermediate",
                            allowableValues = {"beginner", "intermediate", "advanced", "expert"})
                    Optional<String> pythonSkillLevel,
            @JsonProperty("codeOutputStructure")
                    @Schema(
                            name = "codeOutputStructure",
                            defaultValue = "standard",
                            allowableValues = {"minimal", "standard", "detailed"})
                    Optional<String> codeOutputStructure,
            @JsonProperty("explanationStyle")
                    @Schema(
                            name = "explanationStyle",
                            defaultValue = "standard",
                            allowableValues = {"brief", "standard", "detailed"})
                    Optional<String> explanationStyle) {

        private AskerProfile checked(CodeFields fields) {
            return new AskerProfile(
                    fields.word(
                            "user_profile.pythonSkillLevel",
                            pythonSkillLevel,
                            SkillLevel.values(),
                            SkillLevel::word,
                            SkillLevel.INTERMEDIATE),
                    fields.word(
                            "user_profile.codeOutputStructure",
                            codeOutputStructure,
                            OutputStructure.values(),
                            OutputStructure::word,
                            OutputStructure.STANDARD),
                    fields.word(
                            "user_profile.explanationStyle",
                            explanationStyle,
                            ExplanationStyle.values(),
                            ExplanationStyle::word,
                            ExplanationStyle.STANDARD));
        }
    }

    /// The command that it is.
    ///
    /// @param streams whether the endpoint answers token by token
    /// @throws ProblemException naming all that is wrong
    GenerationCommand.Request checked(Asker asker, GenerationId id, boolean streams) {
        Fields fields = new Fields();
        CodeFields code = new CodeFields(fields);
        String question = code.question("user_question", userQuestion);
        Prompt prompt =
                new Prompt.Code(
                        question,
                        code.code("code_context", codeContext),
                        code.language("language", language),
                        userProfile.map(profile -> profile.checked(code)));
        Optional<UUID> agent = fields.uuid("agent_id", agentId);
        Optional<Double> warmth = code.temperature("temperature", temperature);
        if (stream.filter(wanted -> wanted != streams).isPresent()) {
            fields.wrong(
                    "stream",
                    streams
                            ? "must be true here; /generate-code answers at once"
                            : "must be false here; /enhanced-stream-generate streams");
        }
        fields.orThrow();
        return new GenerationCommand.Request(
                id,
                asker.person(),
                streams,
                Optional.of(prompt),
                agent.map(GenerateBody::known),
                new Parameters(Optional.empty(), warmth, Optional.empty()));
    }

    /// The same answer that the decider gives about an agent it does not know.
    private static AgentId known(UUID agent) {
        return AgentId.find(agent)
                .orElseThrow(
                        () ->
                                ProblemException.of(
                                        Problem.of(
                                                ErrorCode.E4008,
                                                "agent-not-found",
                                                "There is no such agent.")));
    }
}
