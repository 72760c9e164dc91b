package io.sillok.schemas.wire;

import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Head;

/// An event with its link in the chain, and the bytes that the link was computed over.
public record SealedEvent<E>(EventEnvelope<E> envelope, WireRecord record) {

    /// Where the subject's history stands after it.
    public Head head() {
        return new Head(envelope.sequence(), envelope.chain());
    }
}
