package io.sillok.schemas.wire;

import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.operations.CommandSettled;

/// What can stand on an events topic.
public sealed interface LogEntry {

    /// Something happened to a subject.
    record Event(EventEnvelope<Object> envelope) implements LogEntry {}

    /// A command ended.
    record Settlement(CommandSettled settled) implements LogEntry {}
}
