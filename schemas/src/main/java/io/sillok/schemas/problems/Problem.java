package io.sillok.schemas.problems;

import java.util.List;
import java.util.Optional;

/// Why something was refused: the code clients branch on, the stable reason, a text for people.
///
/// @param reason kebab-case, stable, for programs: `stale-version`
/// @param detail one sentence for a person; holds no input of the caller beyond field names and
///   limits
/// @param retryAfter in how many seconds it is worth trying again, where that is known
public record Problem(
        ErrorCode code,
        String reason,
        String detail,
        List<Violation> violations,
        Optional<Long> retryAfter) {

    public Problem {
        if (!reason.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("a reason is kebab-case: " + reason);
        }
        violations = List.copyOf(violations);
    }

    /// A problem that time alone does not solve.
    public Problem(ErrorCode code, String reason, String detail, List<Violation> violations) {
        this(code, reason, detail, violations, Optional.empty());
    }

    public static Problem of(ErrorCode code, String reason, String detail) {
        return new Problem(code, reason, detail, List.of());
    }

    /// One field that is wrong.
    ///
    /// @param field its path in the request, snake_case
    /// @param message what a person should do about it
    public record Violation(String field, String message) {}
}
