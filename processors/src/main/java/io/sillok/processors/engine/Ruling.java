package io.sillok.processors.engine;

import io.sillok.processors.engine.claims.Claim;
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
/// @param claims that the boundary has afterwards; empty when its state stays as it is
/// @param heads of the subjects that events were added to
/// @param orders what follows from the events and what is kept, in order
/// @param remembered whether it is the answer to later commands with the same idempotency key
record Ruling(
        List<WireRecord> events,
        Optional<byte[]> state,
        Optional<List<Claim>> claims,
        Map<Subject, Head> heads,
        List<Order> orders,
        CommandSettled settlement,
        boolean remembered) {

    /// A record and the sink that it goes to.
    record Order(String sink, WireRecord record) {}

    /// Nothing changes.
    static Ruling settled(CommandSettled settlement) {
        return unchanged(settlement, true);
    }

    /// Nothing changes, because the idempotency key has been used before.
    static Ruling answered(CommandSettled settlement) {
        return unchanged(settlement, false);
    }

    /// Nothing changes this time; the same request may be sent again.
    static Ruling givenUp(CommandSettled settlement) {
        return unchanged(settlement, false);
    }

    private static Ruling unchanged(CommandSettled settlement, boolean remembered) {
        return new Ruling(
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(),
                settlement,
                remembered);
    }
}
