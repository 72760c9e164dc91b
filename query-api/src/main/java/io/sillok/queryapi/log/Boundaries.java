package io.sillok.queryapi.log;

import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Subject;
import java.util.Optional;

/// Knows where subjects are decided, so that only one partition has to be read for one of them.
public interface Boundaries {

    /// The key of the boundary; empty when nobody knows, so that all partitions must be read.
    Optional<BoundaryKey> of(Subject subject);
}
