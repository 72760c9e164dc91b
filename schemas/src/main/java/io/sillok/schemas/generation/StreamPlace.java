package io.sillok.schemas.generation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place in the stream of an answer, right after one of its pieces: `2.17.204`. Who was there can
/// go on from there, with chunks or with the whole answer, whichever there still is.
///
/// @param attempt whose words were heard; 0 when an earlier generation's answer is repeated
/// @param index of the piece
/// @param length of all that was heard of the attempt, in UTF-16 units
public record StreamPlace(int attempt, int index, int length) {

    /// Nothing was heard yet.
    public static final StreamPlace START = new StreamPlace(0, -1, 0);

    private static final Pattern FORM =
            Pattern.compile("([0-9]{1,6})\\.([0-9]{1,8})\\.([0-9]{1,9})");

    /// Reads the id of an event of a stream; empty when it is none.
    public static Optional<StreamPlace> parse(String id) {
        Matcher matcher = FORM.matcher(id);
        return matcher.matches()
                ? Optional.of(
                        new StreamPlace(
                                Integer.parseInt(matcher.group(1)),
                                Integer.parseInt(matcher.group(2)),
                                Integer.parseInt(matcher.group(3))))
                : Optional.empty();
    }

    /// The place after one more piece.
    StreamPlace after(String text) {
        return new StreamPlace(attempt, index + 1, length + text.length());
    }

    /// The beginning of an attempt.
    static StreamPlace begin(int attempt) {
        return new StreamPlace(attempt, -1, 0);
    }

    /// Whether nothing was heard of the attempt.
    boolean isBegin() {
        return index < 0;
    }

    @Override
    public String toString() {
        return attempt + "." + index + "." + length;
    }
}
