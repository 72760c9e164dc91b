package io.sillok.queryapi.consistency;

import java.util.Map;
import java.util.Set;

/// Where the live projections of one store stand. Thread-safe.
public interface PositionStore {

    /// The offset of the record that each projection reads next. Places never written are missing.
    ///
    /// @throws io.sillok.platform.web.problems.ProblemException when the store does not answer
    Map<Place, Long> read();

    /// The same of some places only, which costs less.
    ///
    /// @throws io.sillok.platform.web.problems.ProblemException when the store does not answer
    Map<Place, Long> read(Set<Place> places);

    /// Makes everything up to the positions that were read visible to queries.
    void reveal();
}
