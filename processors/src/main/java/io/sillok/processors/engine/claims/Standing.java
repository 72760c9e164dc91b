package io.sillok.processors.engine.claims;

import io.sillok.schemas.problems.Problem;
import java.util.List;

/// How a boundary stands to the claims it wants.
public sealed interface Standing {

    /// It holds all of them, or may confirm them now.
    record Held() implements Standing {}

    /// Another boundary holds one of them.
    record Taken(Problem problem) implements Standing {}

    /// Not all are answered.
    ///
    /// @param toAsk those that must be asked for now; empty when all were
    record Open(List<Claim> toAsk) implements Standing {

        public Open {
            toAsk = List.copyOf(toAsk);
        }
    }

    /// Not all are answered, and it is too late.
    record Unanswered() implements Standing {}
}
