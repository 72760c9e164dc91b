package io.sillok.queryapi.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// A part of the audit.
///
/// @param items CloudEvents in structured mode with `sequence`, `chain`, `actor`, `topic`,
///   `partition` and `offset`; may be fewer than asked for, even none, while there are more
/// @param hasNext whether the log holds more for this question now
/// @param nextCursor where the next part begins; also valid later, when more has happened
public record AuditPage(List<ObjectNode> items, boolean hasNext, String nextCursor) {

    public AuditPage {
        items = List.copyOf(items);
    }
}
