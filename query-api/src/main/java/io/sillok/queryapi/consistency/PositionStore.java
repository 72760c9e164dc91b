package io.sillok.queryapi.consistency;

import java.util.Map;

/// Where the live projections of one store stand. Thread-safe.
public interface PositionStore {

    /// The offset of the record that each projection reads next. Places never written are missing.
    ///
    /// @throws io.sillok.platform.web.problems.ProblemException when the store does not answer
    Map<Place, Long> read();

    /// Makes everything up to the positions that were read visible to queries.
    void reveal();
}
