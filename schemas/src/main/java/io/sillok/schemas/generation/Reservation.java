package io.sillok.schemas.generation;

import java.time.Instant;

/// Tokens that are put aside for a generation.
///
/// @param until when they come back if nobody works on it
public record Reservation(GenerationId generation, long tokens, Instant until) {}
