package io.sillok.processors.engine;

import io.sillok.processors.engine.claims.Claim;
import java.util.List;

/// What happens to a command when it is its turn.
sealed interface Turn {

    /// It is settled.
    record Ruled(Ruling ruling) implements Turn {}

    /// It waits, for references or for claims.
    ///
    /// @param toAsk claims to ask for now; empty when there is nothing new to ask
    record Waits(List<Claim> toAsk) implements Turn {

        public Waits {
            toAsk = List.copyOf(toAsk);
        }
    }
}
