package io.sillok.commandapi.identity;

import static java.util.stream.Collectors.joining;

import io.sillok.platform.web.http.Fields;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Reads fields that hold one of a few words, and notes those that do not.
record Words(Fields fields) {

    /// One of `all`; the first of them where the field holds none.
    <T> T one(String field, Optional<String> value, T[] all, Function<T, String> word) {
        Optional<T> found =
                value.flatMap(
                        text ->
                                Stream.of(all)
                                        .filter(each -> word.apply(each).equals(text))
                                        .findFirst());
        if (value.isEmpty()) {
            fields.missing(field);
        } else if (found.isEmpty()) {
            fields.wrong(
                    field, "must be one of " + Stream.of(all).map(word).collect(joining(", ")));
        }
        return found.orElse(all[0]);
    }
}
