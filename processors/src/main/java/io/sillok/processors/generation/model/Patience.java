package io.sillok.processors.generation.model;

import java.time.Duration;

/// How long a model is waited for.
///
/// @param connection until it can be asked
/// @param firstToken until it begins to answer
/// @param nextToken while it answers
/// @param end all in all
/// @param place until another question is answered, when too many are being answered
public record Patience(
        Duration connection,
        Duration firstToken,
        Duration nextToken,
        Duration end,
        Duration place) {

    public static final Patience USUAL =
            new Patience(
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(15),
                    Duration.ofMinutes(5),
                    Duration.ofSeconds(5));
}
