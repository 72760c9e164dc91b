package io.sillok.schemas.identity;

import java.util.List;

/// What was found of an erased person, place by place. Figures only: it says nothing of them.
public record ErasureReport(List<Tally> tallies) {

    public ErasureReport {
        tallies = List.copyOf(tallies);
    }

    /// Whether nothing is left anywhere.
    public boolean complete() {
        return tallies.stream().allMatch(tally -> tally.left() == 0);
    }
}
