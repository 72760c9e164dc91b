package io.sillok.processors.generation.prompt;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sillok.schemas.generation.Answer;
import io.sillok.schemas.generation.Prompt;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads code, explanation or suggestions out of an answer, however it is laid out. What a model
/// forgets of its form does not matter, as long as there is something in it.
public final class AnswerReader {

    private static final int MOST_SUGGESTIONS = 5;

    /// How lines of code begin or end in most languages, and lines of prose do not.
    private static final Pattern CODE_LINE =
            Pattern.compile(
                    "^\\s*(?:(?:def|class|import|from|return|function|const|let|var|public|private"
                            + "|static|func|fn|package|using|#include|for|while|if|elif|else|try"
                            + "|except|with|print|SELECT|INSERT|UPDATE|CREATE)\\b.*[:;{}()\\]=].*"
                            + "|[\\w.\\[\\]]+\\s*[-+*/]?=[^=].*|.*[;{}]\\s*|@\\w+.*|(?:#|//).*"
                            + "|(?:import|from|return)\\s+[\\w.]+.*)$");

    private AnswerReader() {}

    /// Reads an answer to `prompt`.
    ///
    /// @param text all that the model said
    public static ReadAnswer read(Prompt prompt, String text) {
        Answer answer =
                switch (prompt) {
                    case Prompt.Code(_, _, var language, _) -> code(text, language);
                    case Prompt.Completion(var prefix, _, _) -> completion(text, prefix);
                };
        boolean isEmpty =
                answer.code().isEmpty()
                        && answer.explanation().isEmpty()
                        && answer.suggestions().isEmpty();
        return isEmpty ? new ReadAnswer.Broken() : new ReadAnswer.Read(answer);
    }

    private static Answer code(String text, Optional<String> wanted) {
        FencedText fenced = FencedText.of(text);
        List<FencedBlock> blocks =
                fenced.blocks().stream().filter(block -> !block.code().isBlank()).toList();
        if (blocks.isEmpty()) {
            return looksLikeCode(fenced.words())
                    ? answer(text, fenced.words(), "")
                    : answer(text, "", fenced.words());
        }
        return answer(text, main(blocks, wanted), fenced.words());
    }

    /// Of several blocks those in the language of the longest, or in the one that was wanted:
    /// beside them often stand how to install or call it and what it prints.
    private static String main(List<FencedBlock> blocks, Optional<String> wanted) {
        Optional<String> language =
                wanted.map(word -> word.toLowerCase(Locale.ROOT))
                        .filter(word -> blocks.stream().anyMatch(b -> b.language().equals(word)));
        String chosen =
                language.orElseGet(
                        () ->
                                blocks.stream()
                                        .max(Comparator.comparingInt(b -> b.code().length()))
                                        .orElseThrow()
                                        .language());
        return blocks.stream()
                .filter(block -> block.language().equals(chosen))
                .map(FencedBlock::code)
                .collect(Collectors.joining("\n\n"));
    }

    private static boolean looksLikeCode(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        long code = lines.stream().filter(line -> CODE_LINE.matcher(line).matches()).count();
        return code * 2 > lines.size();
    }

    private static Answer answer(String text, String code, String explanation) {
        return new Answer(text, present(code), present(explanation), List.of(), sha256(text));
    }

    private static Optional<String> present(String part) {
        return Optional.of(part).filter(some -> !some.isBlank());
    }

    private static Answer completion(String text, String prefix) {
        FencedText fenced = FencedText.of(text);
        Stream<String> offered =
                fenced.blocks().isEmpty()
                        ? Stream.of(text.strip())
                        : fenced.blocks().stream().map(FencedBlock::code);
        List<String> suggestions =
                offered.map(code -> withoutPrefix(code, prefix))
                        .filter(code -> !code.isBlank())
                        .distinct()
                        .limit(MOST_SUGGESTIONS)
                        .toList();
        return new Answer(
                text,
                suggestions.stream().findFirst(),
                Optional.empty(),
                suggestions,
                sha256(text));
    }

    /// Models like to begin the line anew that somebody has begun.
    private static String withoutPrefix(String code, String prefix) {
        String begun = prefix.substring(prefix.lastIndexOf('\n') + 1).stripLeading();
        return !begun.isBlank() && code.stripLeading().startsWith(begun)
                ? code.stripLeading().substring(begun.length())
                : code;
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
