package io.sillok.platform.testkit.ledger;

import io.sillok.schemas.envelope.EventEnvelope;

/// A rule that must hold after every event of the log, not only at its end. Stateful; used once.
public interface Invariant {

    /// Takes the next event of a key, in log order.
    ///
    /// @throws AssertionError when the rule is broken at this prefix
    void after(EventEnvelope<Object> event);
}
