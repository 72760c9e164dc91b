package io.sillok.schemas.generation;

import io.sillok.schemas.envelope.Versioned;
import io.sillok.schemas.personal.UserId;
import java.time.Instant;

/// A budget as both APIs answer it, to its owner and to administrators. All figures are tokens.
///
/// @param version also its ETag
/// @param periodFrom the beginning of the period under way
/// @param periodUntil its end; after it everything is granted anew with the next request
/// @param available what can be put aside now
public record BudgetResource(
        AccountId id,
        long version,
        UserId owner,
        long granted,
        long spent,
        long reserved,
        long available,
        Instant periodFrom,
        Instant periodUntil,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {

    public static BudgetResource of(Budget budget) {
        return new BudgetResource(
                budget.id(),
                budget.version(),
                budget.owner(),
                budget.granted(),
                budget.spent(),
                budget.reserved(),
                Math.max(0, budget.available()),
                budget.from(),
                budget.until(),
                budget.createdAt(),
                budget.updatedAt());
    }
}
