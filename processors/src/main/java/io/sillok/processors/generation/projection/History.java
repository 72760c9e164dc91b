package io.sillok.processors.generation.projection;

import io.sillok.schemas.generation.Answer;
import io.sillok.schemas.generation.Generation;
import io.sillok.schemas.generation.Prompt;
import io.sillok.schemas.search.Hangul;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a search in somebody's history looks into. Stateless.
final class History {

    private History() {}

    /// What was asked and answered, without code that was only shown, as the letters that it is
    /// typed with: so any part of a Korean word, a half typed one too, is a part of the text. Empty
    /// when nothing is left.
    static Optional<String> letters(Generation generation) {
        String words =
                Stream.concat(
                                generation.prompt().stream().map(History::question),
                                generation.answer().stream().map(Answer::text))
                        .collect(Collectors.joining("\n"));
        return Optional.of(words)
                .filter(text -> !text.isEmpty())
                .map(text -> Hangul.lettersOf(text).replace('\0', ' '));
    }

    private static String question(Prompt prompt) {
        return switch (prompt) {
            case Prompt.Code(var question, _, _, _) -> question;
            case Prompt.Completion(var prefix, _, _) -> prefix;
        };
    }
}
