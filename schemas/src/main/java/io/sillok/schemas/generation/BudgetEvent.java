package io.sillok.schemas.generation;

import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.personal.UserId;
import java.time.Instant;

/// What happened to a budget. Counts tokens, says nothing of what they were for.
public sealed interface BudgetEvent extends AccountEvent {

    @Override
    default Subject subject() {
        return AccountId.of(owner()).budget();
    }

    /// An administrator allowed the owner so much in each period, instead of what is usual.
    record Allowed(UserId owner, Allowance allowance) implements BudgetEvent {}

    /// The owner has so many tokens until then. Begins a period, or replaces what was granted in
    /// the one under way.
    record Granted(UserId owner, long tokens, Instant from, Instant until) implements BudgetEvent {}

    /// Tokens are put aside for a generation, as many as it can take.
    ///
    /// @param until when they come back if nobody works on it
    record Reserved(UserId owner, GenerationId generation, long tokens, Instant until)
            implements BudgetEvent {}

    /// A generation is worked on and keeps what is put aside for it until then.
    record Prolonged(UserId owner, GenerationId generation, Instant until) implements BudgetEvent {}

    /// A generation has ended and took some of what was put aside for it; the rest comes back.
    ///
    /// @param reserved what was put aside
    /// @param used what it is charged; never more than `reserved`
    record Settled(
            UserId owner,
            GenerationId generation,
            long reserved,
            long used,
            Consumption consumption)
            implements BudgetEvent {}

    /// A generation has ended and took nothing; what was put aside for it comes back.
    record Released(UserId owner, GenerationId generation, long tokens) implements BudgetEvent {}

    /// Nobody worked on a generation in time; what was put aside for it comes back.
    record Expired(UserId owner, GenerationId generation, long tokens) implements BudgetEvent {}
}
