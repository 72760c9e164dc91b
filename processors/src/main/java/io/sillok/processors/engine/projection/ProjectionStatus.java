package io.sillok.processors.engine.projection;

import java.util.Optional;

/// How a projection does.
///
/// @param projection `materials@v1`; without the version until that is known
/// @param ready it is running and has caught up with the log since it last started
/// @param lagSeconds how old the oldest record is that is not in the rows yet, as far as is known
/// @param parkedRows rows that wait for a person
/// @param fault what it is waiting to pass, for operators; empty when it runs
public record ProjectionStatus(
        String projection,
        boolean ready,
        double lagSeconds,
        int parkedRows,
        Optional<String> fault) {}
