package io.sillok.schemas.generation;

import java.util.regex.Pattern;

/// What a generation took.
///
/// @param model which answered, as the endpoint calls it: after a fallback not the one asked for
public record Consumption(String model, Usage usage, Cost cost) {

    private static final Pattern MODEL = Pattern.compile("\\P{Cntrl}{1,200}");

    public Consumption {
        if (!MODEL.matcher(model).matches()) {
            throw new IllegalArgumentException("a model is named in 1 to 200 characters");
        }
    }

    /// The same answer once more, which took nothing.
    public Consumption again() {
        return new Consumption(model, Usage.NONE, Cost.none(cost.currency()));
    }
}
