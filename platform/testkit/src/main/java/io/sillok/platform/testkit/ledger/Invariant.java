package io.sillok.platform.testkit.ledger;

import io.sillok.schemas.envelope.EventEnvelope;

/// A rule that must hold after every event of the log, or at its end. Stateful; used once.
public interface Invariant {

    /// Takes the next event of a key, in log order.
    ///
    /// @throws AssertionError when the rule is broken at this prefix
    void after(EventEnvelope<Object> event);

    /// Takes the end of the log. Here belongs what concerns several keys: their events have no
    /// order among each other.
    ///
    /// @throws AssertionError when the rule is broken at the end
    default void atEnd() {}
}
