package io.sillok.schemas.envelope;

/// Where a subject's history stands: the sequence and the chain link of its newest event.
public record Head(long sequence, Chain chain) {

    /// Before the first event.
    public static final Head NONE = new Head(0, Chain.START);
}
