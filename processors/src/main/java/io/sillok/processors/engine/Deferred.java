package io.sillok.processors.engine;

import io.sillok.schemas.wire.WireRecord;

/// A command record as it arrived, kept while it cannot be decided yet.
///
/// @param timestamp of the record, milliseconds
/// @param since when it arrived here by the clock of this machine, milliseconds
record Deferred(
        String topic, int partition, long offset, long timestamp, long since, WireRecord record) {}
