package io.sillok.schemas.generation;

/// What a generation took.
///
/// @param model which answered, as the endpoint calls it: after a fallback not the one asked for
public record Consumption(String model, Usage usage, Cost cost) {

    /// The same answer once more, which took nothing.
    public Consumption again() {
        return new Consumption(model, Usage.NONE, Cost.none(cost.currency()));
    }
}
