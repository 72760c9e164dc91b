package io.sillok.schemas.generation;

/// What an account may use.
///
/// @param tokens in each period
public record Allowance(long tokens, BudgetPeriod period) {

    public Allowance {
        if (tokens < 0) {
            throw new IllegalArgumentException("nobody may use fewer than no tokens");
        }
    }
}
