package io.sillok.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;

/// What the sandbox has to say: a block of code and an explanation, in Korean when the question is.
/// Each answer carries a mark of its question and nothing else of it.
final class Templates {

    private static final String ENGLISH = read("answer-en.txt");
    private static final String KOREAN = read("answer-ko.txt");
    private static final String FILLING = "\n    steps.append(\"another step\")";
    private static final int MARK_LENGTH = 8;

    private Templates() {}

    /// The tokens of the answer to a question.
    ///
    /// @param wanted how many; empty: as many as there are
    static List<String> answer(ChatRequest request, OptionalInt wanted) {
        String template = isKorean(request.question()) ? KOREAN : ENGLISH;
        String text = template.replace("{mark}", mark(request));
        List<String> natural = Tokens.of(text.replace("{filling}", ""));
        return wanted.isEmpty() ? natural : sized(text, natural, wanted.getAsInt());
    }

    /// Longer by lines of code, shorter by what was to come last.
    private static List<String> sized(String text, List<String> natural, int wanted) {
        if (wanted <= natural.size()) {
            return natural.subList(0, wanted);
        }
        int perLine = Tokens.of(FILLING.strip()).size();
        int lines = (wanted - natural.size()) / perLine;
        String filled =
                text.replace("{filling}", String.join("", Collections.nCopies(lines, FILLING)));
        List<String> tokens = new ArrayList<>(Tokens.of(filled.stripTrailing()));
        while (tokens.size() < wanted) {
            tokens.add(" .");
        }
        return tokens;
    }

    private static boolean isKorean(String text) {
        return text.codePoints()
                .anyMatch(
                        letter ->
                                Character.UnicodeScript.of(letter)
                                        == Character.UnicodeScript.HANGUL);
    }

    /// Other questions have other answers.
    private static String mark(ChatRequest request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            request.messages().forEach(each -> digest.update(each.getBytes(UTF_8)));
            return HexFormat.of().formatHex(digest.digest()).substring(0, MARK_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String read(String name) {
        try (InputStream file = Templates.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing in this build");
            }
            return new String(file.readAllBytes(), UTF_8).strip();
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be read", e);
        }
    }
}
