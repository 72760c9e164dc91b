package io.sillok.queryapi.log;

/// A place where a subject's history does not hang together.
///
/// @param subject as its header says, empty when there is none
/// @param sequence as its header says, 0 when there is none
public record ChainBreak(
        Reason reason, String topic, int partition, long offset, String subject, long sequence) {

    /// What is wrong there.
    public enum Reason {
        /// The stored link is not the hash of the event and the link before: one of them was
        /// changed.
        CHAIN_MISMATCH,
        /// Events are missing before this one.
        SEQUENCE_GAP,
        /// This sequence was there before.
        SEQUENCE_REPEATED,
        /// The record lacks what every event carries.
        HEADERS_UNREADABLE
    }
}
