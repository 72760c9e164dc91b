package io.sillok.processors.generation;

import io.sillok.schemas.generation.Prompt;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/// How many tokens a generation can take at most. A token is a byte at least, whatever the model's
/// vocabulary (byte-level BPE), so the bound needs no tokenizer and is never too low.
public final class TokenBound {

    /// What the platform's own words around a prompt may come to: templates, roles, the profile.
    public static final int TEMPLATES = 2_000;

    private TokenBound() {}

    /// The bound of a request.
    ///
    /// @param maxTokens the most that the answer may have
    static long of(Prompt prompt, Optional<String> instructions, int maxTokens) {
        return Stream.concat(words(prompt), instructions.stream())
                        .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
                        .sum()
                + TEMPLATES
                + maxTokens;
    }

    private static Stream<String> words(Prompt prompt) {
        return switch (prompt) {
            case Prompt.Code(var question, var context, var language, _) ->
                    Stream.of(Stream.of(question), context.stream(), language.stream())
                            .flatMap(words -> words);
            case Prompt.Completion(var prefix, var suffix, var language) ->
                    Stream.concat(Stream.of(prefix, suffix), language.stream());
        };
    }
}
