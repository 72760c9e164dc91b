package io.sillok.commandapi.catalog.tus;

import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.problems.Problem.Violation;
import java.util.List;

/// Refusals of requests that are not tus as it is spoken here.
final class TusProblems {

    private TusProblems() {}

    static ProblemException missing(String header) {
        return ProblemException.of(
                new Problem(
                        ErrorCode.E4002,
                        "header-required",
                        "A required header is missing.",
                        List.of(new Violation(header, "is required"))));
    }

    static ProblemException malformed(String header, String message) {
        return wrong("malformed-header", header, message);
    }

    static ProblemException wrong(String reason, String field, String message) {
        String shown = field.length() <= 100 ? field : field.substring(0, 100);
        return ProblemException.of(
                new Problem(
                        ErrorCode.E4001,
                        reason,
                        "A header is not as it should be.",
                        List.of(new Violation(shown, message))));
    }
}
