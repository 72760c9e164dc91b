package io.sillok.queryapi.http;

import io.sillok.platform.web.http.Fields;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/// The query parameters of one request. Collects all that is wrong with them, so that a caller
/// learns everything at once; blank is as good as absent. Not thread-safe; used once.
public final class Parameters {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private final MultivaluedMap<String, String> query;
    private final Fields fields = new Fields();

    public Parameters(MultivaluedMap<String, String> query) {
        this.query = query;
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(query.getFirst(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /// Text of a bounded length.
    ///
    /// @param max in Unicode characters
    public Optional<String> text(String name, int max) {
        Optional<String> text = text(name);
        if (text.filter(t -> t.codePointCount(0, t.length()) > max).isPresent()) {
            wrong(name, "must have at most " + max + " characters");
        }
        return text;
    }

    /// Text of a bounded length that is compared as it is. No text in the database holds U+0000.
    ///
    /// @param max in Unicode characters
    public Optional<String> literal(String name, int max) {
        Optional<String> text = text(name, max);
        if (text.filter(t -> t.indexOf('\0') >= 0).isPresent()) {
            wrong(name, "must not have the character U+0000");
        }
        return text;
    }

    public Optional<UUID> uuid(String name) {
        return fields.uuid(name, text(name));
    }

    /// An RFC 3339 time, whose years have four digits. A `+` that arrives as a space, because it
    /// was not percent-encoded, is understood.
    public Optional<Instant> time(String name) {
        Optional<Instant> time = text(name).flatMap(Parameters::understood);
        if (text(name).isPresent() && time.isEmpty()) {
            wrong(name, "must be a time as in RFC 3339, 2026-01-31T09:00:00Z");
        }
        return time;
    }

    private static Optional<Instant> understood(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.replace(' ', '+')).toInstant())
                    .filter(time -> !time.isBefore(EARLIEST) && time.isBefore(END));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// One of some words.
    ///
    /// @param known answers empty for a word that is none of them
    /// @param words all of them, for the caller
    public <T> Optional<T> word(String name, Function<String, Optional<T>> known, String words) {
        Optional<String> text = text(name);
        Optional<T> value = text.flatMap(known);
        if (text.isPresent() && value.isEmpty()) {
            wrong(name, "must be one of " + words);
        }
        return value;
    }

    /// Yes or no.
    public Optional<Boolean> truth(String name) {
        return word(
                name,
                word -> Stream.of(true, false).filter(b -> b.toString().equals(word)).findAny(),
                "true, false");
    }

    /// Text with a form of its own.
    ///
    /// @param parse throws an [IllegalArgumentException] when the text has another form
    public <T> Optional<T> parsed(String name, Function<String, T> parse, String message) {
        try {
            return text(name).map(parse);
        } catch (IllegalArgumentException _) {
            wrong(name, message);
            return Optional.empty();
        }
    }

    /// A number in a range, both ends included.
    public int number(String name, int absent, int min, int max) {
        Optional<String> text = text(name);
        Optional<Integer> number =
                text.filter(t -> t.matches("[0-9]{1,9}"))
                        .map(Integer::parseInt)
                        .filter(n -> n >= min && n <= max);
        if (text.isPresent() && number.isEmpty()) {
            wrong(name, "must be a number from " + min + " to " + max);
        }
        return number.orElse(absent);
    }

    public void wrong(String name, String message) {
        fields.wrong(name, message);
    }

    public void missing(String name) {
        fields.missing(name);
    }

    /// Ends the request when something is not as it should be.
    ///
    /// @throws io.sillok.platform.web.problems.ProblemException when anything was wrong or missing
    public void orThrow() {
        fields.orThrow();
    }
}
