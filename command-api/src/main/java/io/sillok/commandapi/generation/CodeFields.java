package io.sillok.commandapi.generation;

import static java.util.stream.Collectors.joining;

import io.sillok.platform.web.http.Fields;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads the fields that questions about code have, and notes what is wrong with them. Code is
/// taken as it is: its first and last spaces count.
record CodeFields(Fields fields) {

    static final int LONGEST_QUESTION = 8_000;
    static final int LONGEST_CODE = 50_000;

    private static final Pattern LANGUAGE = Pattern.compile("[\\p{L}\\p{N}+#._ -]{1,40}");
    private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@-]{0,99}");

    String question(String field, Optional<String> value) {
        Optional<String> text = fields.text(field, value, LONGEST_QUESTION);
        if (value.isEmpty()) {
            fields.missing(field);
        } else if (text.isEmpty()) {
            fields.wrong(field, "must not be blank");
        }
        return text.orElse("");
    }

    Optional<String> code(String field, Optional<String> value) {
        value.ifPresent(
                text -> {
                    if (text.codePointCount(0, text.length()) > LONGEST_CODE) {
                        fields.wrong(field, "must have at most 50,000 characters");
                    }
                    if (text.codePoints().anyMatch(CodeFields::isForbidden)) {
                        fields.wrong(field, "must not hold control characters");
                    }
                });
        return value.filter(text -> !text.isEmpty());
    }

    Optional<String> language(String field, Optional<String> value) {
        Optional<String> name = value.map(String::strip).filter(text -> !text.isEmpty());
        if (name.filter(LANGUAGE.asMatchPredicate().negate()).isPresent()) {
            fields.wrong(field, "must be the name of a language, in at most 40 characters");
        }
        return name;
    }

    Optional<Double> temperature(String field, Optional<Double> value) {
        if (value.filter(warm -> !(warm >= 0 && warm <= 2)).isPresent()) {
            fields.wrong(field, "must be from 0 to 2");
        }
        return value;
    }

    Optional<String> model(String field, Optional<String> value) {
        if (value.filter(MODEL.asMatchPredicate().negate()).isPresent()) {
            fields.wrong(field, "must be the name of a model, in at most 100 characters");
        }
        return value;
    }

    /// One of some words; `absent` where the field is left out.
    <T> T word(String field, Optional<String> value, T[] all, Function<T, String> word, T absent) {
        Optional<T> found =
                value.flatMap(
                        text ->
                                Stream.of(all)
                                        .filter(each -> word.apply(each).equals(text))
                                        .findFirst());
        if (value.isPresent() && found.isEmpty()) {
            fields.wrong(
                    field, "must be one of " + Stream.of(all).map(word).collect(joining(", ")));
        }
        return found.orElse(absent);
    }

    private static boolean isForbidden(int character) {
        boolean isSpace =
                character == '\n' || character == '\r' || character == '\t' || character == '\f';
        return Character.getType(character) == Character.SURROGATE
                || (Character.isISOControl(character) && !isSpace);
    }
}
