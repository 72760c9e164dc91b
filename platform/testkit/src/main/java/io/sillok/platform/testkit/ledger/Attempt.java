package io.sillok.platform.testkit.ledger;

import java.util.Optional;
import java.util.OptionalLong;

/// One command that a client sent, and what it was told.
///
/// @param trace the trace id (32 hexadecimal digits) the client sent in `traceparent`; it stands in
///   every record that the command causes, so it is known even when no answer came
/// @param subject what it was about, as far as the client knows
/// @param expectedVersion the `If-Match` it sent
/// @param command the command's id, once an answer named it
/// @param detail status and reason of the answer, or the fault that cut it off
public record Attempt(
        String trace,
        String subject,
        OptionalLong expectedVersion,
        Outcome outcome,
        Optional<String> command,
        String detail) {

    /// What the client knows of its command.
    public enum Outcome {
        /// It was answered with success.
        OK,
        /// It was answered with a refusal by the platform's rules.
        REJECTED,
        /// No answer, or one that leaves it open: 202, 5xx, a broken connection.
        UNKNOWN
    }
}
