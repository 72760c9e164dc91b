package io.sillok.processors.generation.prompt;

import io.sillok.processors.generation.model.Message;
import io.sillok.processors.generation.model.Message.Speaker;
import io.sillok.schemas.generation.AskerProfile;
import io.sillok.schemas.generation.ExplanationStyle;
import io.sillok.schemas.generation.OutputStructure;
import io.sillok.schemas.generation.Prompt;
import io.sillok.schemas.generation.SkillLevel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns what somebody asks into what a model is told: our rules, shaped by who asks and by their
/// agent, as the platform's words; the question as the user's.
public final class PromptWriter {

    private static final AskerProfile USUAL =
            new AskerProfile(
                    SkillLevel.INTERMEDIATE, OutputStructure.STANDARD, ExplanationStyle.STANDARD);

    private PromptWriter() {}

    /// The messages for a model.
    ///
    /// @param instructions of the agent that is asked
    public static List<Message> messages(Prompt prompt, Optional<String> instructions) {
        return List.of(
                new Message(Speaker.SYSTEM, rules(prompt) + agent(instructions)),
                new Message(Speaker.USER, words(prompt)));
    }

    private static String rules(Prompt prompt) {
        return switch (prompt) {
            case Prompt.Code(_, _, var language, var profile) ->
                    code(language, profile.orElse(USUAL));
            case Prompt.Completion(_, _, var language) ->
                    Template.named("completion").filled(Map.of("language", language(language)));
        };
    }

    private static String code(Optional<String> language, AskerProfile profile) {
        return Template.named("code")
                .filled(
                        Map.of(
                                "language",
                                language(language),
                                "skill-level",
                                choice("skill-level", profile.skillLevel().word()),
                                "output-structure",
                                choice("output-structure", profile.outputStructure().word()),
                                "explanation-style",
                                choice("explanation-style", profile.explanationStyle().word())));
    }

    private static String choice(String kind, String word) {
        return Template.named(kind + "/" + word).text();
    }

    private static String language(Optional<String> language) {
        return language.map(
                        name ->
                                Template.named("language")
                                        .filled(Map.of("name", Quoted.text(oneLine(name)))))
                .orElse("");
    }

    private static String oneLine(String name) {
        return name.replaceAll("\\s+", " ").strip();
    }

    private static String agent(Optional<String> instructions) {
        return instructions
                .map(
                        told ->
                                "\n\n"
                                        + Template.named("agent")
                                                .filled(Map.of("instructions", Quoted.text(told))))
                .orElse("");
    }

    private static String words(Prompt prompt) {
        return switch (prompt) {
            case Prompt.Code(var question, var context, _, _) ->
                    context.map(code -> tagged("context", code) + "\n\n").orElse("")
                            + tagged("question", question);
            case Prompt.Completion(var prefix, var suffix, _) ->
                    tagged("prefix", prefix) + "\n\n" + tagged("suffix", suffix);
        };
    }

    private static String tagged(String tag, String words) {
        return "<" + tag + ">\n" + Quoted.text(words) + "\n</" + tag + ">";
    }
}
