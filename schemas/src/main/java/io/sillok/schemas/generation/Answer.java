package io.sillok.schemas.generation;

import java.util.List;
import java.util.Optional;

/// What a model answered. All of it is personal: it says what was asked.
///
/// @param text whole, as it was streamed
/// @param code what was found in it
/// @param explanation the rest
/// @param suggestions for a gap, best first; empty where code was asked for
/// @param sha256 of the text in UTF-8, 64 lower-case hexadecimal digits
public record Answer(
        String text,
        Optional<String> code,
        Optional<String> explanation,
        List<String> suggestions,
        String sha256) {

    public Answer {
        suggestions = List.copyOf(suggestions);
    }
}
