package io.sillok.processors.engine;

import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.util.List;

/// What a decider makes of a command.
public sealed interface Decision<E> {

    /// It happened. No events means that it had been so already.
    ///
    /// @param kept with the events; none without any
    record Accepted<E>(List<E> events, List<Kept> kept) implements Decision<E> {

        public Accepted {
            events = List.copyOf(events);
            kept = List.copyOf(kept);
            if (events.isEmpty() && !kept.isEmpty()) {
                throw new IllegalArgumentException("nothing is kept when nothing happened");
            }
        }

        public Accepted(List<E> events) {
            this(events, List.of());
        }
    }

    /// It must not happen; nothing changes.
    record Rejected<E>(Problem problem) implements Decision<E> {}

    static <E> Decision<E> accept(E event) {
        return new Accepted<>(List.of(event));
    }

    /// It happened, and something is kept of it.
    static <E> Decision<E> accept(E event, Kept kept) {
        return new Accepted<>(List.of(event), List.of(kept));
    }

    static <E> Decision<E> unchanged() {
        return new Accepted<>(List.of());
    }

    static <E> Decision<E> reject(ErrorCode code, String reason, String detail) {
        return new Rejected<>(Problem.of(code, reason, detail));
    }
}
