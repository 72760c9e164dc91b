package io.sillok.processors.catalog.scan.reading;

import java.util.Optional;

/// What a reader answers.
///
/// @param problem kebab-case; why the file cannot be read
/// @param written whether there was anything to write to the target
/// @param pages pages or slides
/// @param author as the file names it, shortened
/// @param durationSeconds of a film
record ReadReply(
        Optional<String> problem,
        boolean written,
        Optional<Integer> pages,
        Optional<String> author,
        Optional<Double> durationSeconds) {

    static ReadReply problem(String reason) {
        return new ReadReply(
                Optional.of(reason), false, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static ReadReply written(boolean written) {
        return new ReadReply(
                Optional.empty(), written, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
