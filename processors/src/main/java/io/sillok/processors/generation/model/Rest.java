package io.sillok.processors.generation.model;

import java.time.Duration;

/// When a model is left alone: after so many calls of which half failed, for a while; then two
/// calls decide whether it is well again.
///
/// @param calls that are looked at together
/// @param least calls before anything is concluded
/// @param pause how long it is left alone
public record Rest(int calls, int least, Duration pause) {

    public static final Rest USUAL = new Rest(20, 6, Duration.ofSeconds(10));
}
