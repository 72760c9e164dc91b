package io.sillok.processors.engine;

import io.sillok.schemas.wire.WireRecord;

/// How large what a decider makes may be. Checked before anything is written, because a record that
/// the broker refuses would stop the partition.
final class Limits {

    /// The most that a topic takes, which is also what a state store's changelog takes.
    static final int STATE_BYTES = 8 * 1024 * 1024;

    private static final int RECORD_BYTES = 1_000_000;
    private static final int STATE_ROOM = 1024;
    private static final int HEADER_BYTES = 16 * 1024;
    private static final int HEADER_ROOM = 8;
    private static final int UTF_8 = 3;

    private Limits() {}

    /// The record, if it fits on a topic.
    static WireRecord requireRecord(WireRecord record) {
        int bytes = record.keyBytes().length + record.value().length + headerBytes(record);
        if (bytes > RECORD_BYTES) {
            throw new IllegalStateException("a record of " + bytes + " bytes is too large");
        }
        return record;
    }

    /// True when copying the headers to what is made of the record might make that too large.
    static boolean hasTooManyHeaders(WireRecord record) {
        return headerBytes(record) > HEADER_BYTES;
    }

    /// The state's bytes, if they fit in the store.
    static byte[] requireState(byte[] state) {
        if (state.length > STATE_BYTES - STATE_ROOM) {
            throw new IllegalStateException("a state of " + state.length + " bytes is too large");
        }
        return state;
    }

    private static int headerBytes(WireRecord record) {
        return record.headers().entrySet().stream()
                .mapToInt(e -> UTF_8 * (e.getKey().length() + e.getValue().length()) + HEADER_ROOM)
                .sum();
    }
}
