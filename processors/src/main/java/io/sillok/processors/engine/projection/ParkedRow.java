package io.sillok.processors.engine.projection;

import io.sillok.platform.kafka.LogPosition;
import java.time.Instant;
import java.util.Optional;

/// A row of a projection that does not go on until a person has looked at it.
///
/// @param records how many of its records wait
/// @param first where the one to blame stands on the log
/// @param reason why, kebab-case
/// @param detail for people
/// @param requested what was asked for and not done yet: `retry` or `skip`
public record ParkedRow(
        ProjectionName projection,
        String row,
        long records,
        LogPosition first,
        String reason,
        String detail,
        Instant parkedAt,
        Optional<String> requested) {}
