package io.sillok.processors.engine;

import io.sillok.schemas.envelope.Head;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.wire.WireRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the engine makes of a command, complete and in bytes, so that nothing can fail between the
/// first write and the last.
///
/// @param events in order, sealed
/// @param state of the boundary afterwards; empty when it stays as it is
/// @param heads of the subjects that events were added to
/// @param work what reactions ask for, in order
/// @param first false when an earlier command had the same idempotency key
record Ruling(
        List<WireRecord> events,
        Optional<byte[]> state,
        Map<Subject, Head> heads,
        List<Order> work,
        CommandSettled settlement,
        boolean first) {

    /// Work and the reaction that asks for it.
    record Order(String reaction, WireRecord record) {}

    /// Nothing changes.
    static Ruling settled(CommandSettled settlement) {
        return new Ruling(List.of(), Optional.empty(), Map.of(), List.of(), settlement, true);
    }

    /// Nothing changes, because the idempotency key has been used before.
    static Ruling answered(CommandSettled settlement) {
        return new Ruling(List.of(), Optional.empty(), Map.of(), List.of(), settlement, false);
    }
}
