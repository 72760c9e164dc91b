package io.sillok.processors.engine.projection;

/// A record that waits for a person, or for an earlier one of its row.
///
/// @param row the id of the row
/// @param reason kebab-case: `follows` when only an earlier record of the row is to blame, `closes`
///   when besides it may make that one not matter any more
/// @param detail for people; never a value out of the record
record ParkedRecord(String row, LogRecord record, String reason, String detail) {

    static final String FOLLOWS = "follows";
    static final String CLOSES = "closes";

    boolean follows() {
        return reason.equals(FOLLOWS) || reason.equals(CLOSES);
    }

    /// The same, to be tried again together with all before it.
    ParkedRecord closing() {
        return new ParkedRecord(row, record, CLOSES, detail);
    }

    static ParkedRecord following(String row, LogRecord record) {
        return new ParkedRecord(row, record, FOLLOWS, "an earlier record of this row is parked");
    }
}
