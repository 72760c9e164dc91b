package io.sillok.processors.generation;

import io.sillok.schemas.generation.Parameters;
import io.sillok.schemas.generation.Prompt;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.util.Optional;
import java.util.regex.Pattern;

/// What may be asked. Stateless.
final class RequestRules {

    static final int QUESTION_LENGTH = 8_000;
    static final int CODE_LENGTH = 50_000;
    static final int MOST_TOKENS = 8_192;

    private static final Pattern LANGUAGE = Pattern.compile("[\\p{L}\\p{N}+#._ -]{1,40}");
    private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@-]{0,99}");

    private RequestRules() {}

    /// Why it may not be asked; empty when it may.
    static Optional<Problem> refuse(Prompt prompt, Parameters parameters) {
        return refuse(prompt)
                .or(() -> refuseModel(parameters.model()))
                .or(() -> refuseTemperature(parameters.temperature()))
                .or(
                        () ->
                                parameters
                                        .maxTokens()
                                        .filter(most -> most < 1 || most > MOST_TOKENS)
                                        .map(
                                                _ ->
                                                        problem(
                                                                "max-tokens-range",
                                                                "An answer has 1 to 8,192"
                                                                        + " tokens.")));
    }

    static Optional<Problem> refuseModel(Optional<String> model) {
        return model.filter(name -> !MODEL.matcher(name).matches())
                .map(_ -> problem("model-invalid", "This cannot be the name of a model."));
    }

    static Optional<Problem> refuseTemperature(Optional<Double> temperature) {
        return temperature
                .filter(warm -> !(warm >= 0 && warm <= 2))
                .map(_ -> problem("temperature-range", "A temperature is between 0 and 2."));
    }

    /// True when a text has so many characters and is not blank.
    static boolean within(String text, int most) {
        return !text.isBlank() && text.codePointCount(0, text.length()) <= most;
    }

    private static Optional<Problem> refuse(Prompt prompt) {
        return switch (prompt) {
            case Prompt.Code(var question, var context, var language, _) ->
                    refuseUnless(
                                    within(question, QUESTION_LENGTH),
                                    "question-length",
                                    "A question has 1 to 8,000 characters.")
                            .or(
                                    () ->
                                            refuseUnless(
                                                    length(context.orElse("")) <= CODE_LENGTH,
                                                    "context-length",
                                                    "Code to ask about has at most 50,000"
                                                            + " characters."))
                            .or(() -> refuseLanguage(language));
            case Prompt.Completion(var prefix, var suffix, var language) ->
                    refuseUnless(
                                    within(prefix + suffix, CODE_LENGTH),
                                    "gap-length",
                                    "Code to complete has 1 to 50,000 characters.")
                            .or(() -> refuseLanguage(language));
        };
    }

    private static Optional<Problem> refuseLanguage(Optional<String> language) {
        return language.filter(name -> !LANGUAGE.matcher(name).matches())
                .map(_ -> problem("language-invalid", "A language is named in 40 characters."));
    }

    private static Optional<Problem> refuseUnless(boolean right, String reason, String detail) {
        return right ? Optional.empty() : Optional.of(problem(reason, detail));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static Problem problem(String reason, String detail) {
        return Problem.of(ErrorCode.E4001, reason, detail);
    }
}
