package io.sillok.processors.engine.projection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// How far a runner is, for those who watch it. Written by the runner's thread, read by any.
final class Progress {

    private static final double MILLIS = 1_000.0;

    private final InstantSource clock;
    private volatile State state;

    Progress(String projection, InstantSource clock) {
        this.clock = clock;
        this.state = new State(projection, false, 0, Optional.empty(), Optional.of("not started"));
    }

    /// @param pending when the oldest record was written that is not in the rows
    private record State(
            String projection,
            boolean ready,
            int parkedRows,
            Optional<Instant> pending,
            Optional<String> fault) {}

    void began(ProjectionName projection, int parkedRows) {
        state =
                new State(
                        projection.toString(),
                        false,
                        parkedRows,
                        state.pending(),
                        Optional.empty());
    }

    /// @param pending when a record was written that is stored by now, while there are newer ones
    void stored(boolean ready, int parkedRows, Optional<Instant> pending) {
        state = new State(state.projection(), ready, parkedRows, pending, Optional.empty());
    }

    void failed(String fault) {
        stand(state.pending().or(() -> Optional.of(clock.instant())), fault);
    }

    void stopped() {
        stand(state.pending(), "stopped");
    }

    ProjectionStatus status() {
        State now = state;
        double lag =
                now.pending()
                        .map(since -> Duration.between(since, clock.instant()).toMillis() / MILLIS)
                        .orElse(0.0);
        return new ProjectionStatus(
                now.projection(), now.ready(), Math.max(0, lag), now.parkedRows(), now.fault());
    }

    private void stand(Optional<Instant> pending, String fault) {
        state =
                new State(
                        state.projection(), false, state.parkedRows(), pending, Optional.of(fault));
    }
}
