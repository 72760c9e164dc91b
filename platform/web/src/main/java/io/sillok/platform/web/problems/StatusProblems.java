package io.sillok.platform.web.problems;

import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;

/// The problem behind a bare HTTP status: what Jetty and Jersey refuse by themselves.
final class StatusProblems {

    private StatusProblems() {}

    static Problem of(int status) {
        return switch (status) {
            case 401 -> problem(ErrorCode.E4006, "not-authenticated", "Send a valid token.");
            case 403 -> problem(ErrorCode.E4005, "not-permitted", "This is not permitted.");
            case 404, 410 -> problem(ErrorCode.E4007, "no-such-path", "There is nothing here.");
            case 405 ->
                    problem(
                            ErrorCode.E4001,
                            "method-not-allowed",
                            "The resource does not have this method; see the header Allow.");
            case 406 ->
                    problem(
                            ErrorCode.E4012,
                            "not-acceptable",
                            "The resource has no representation that Accept allows.");
            case 408 ->
                    problem(
                            ErrorCode.E4001,
                            "request-timeout",
                            "The request did not arrive in time.");
            case 413 -> problem(ErrorCode.E4011, "body-too-large", "The body is too large.");
            case 414 -> problem(ErrorCode.E4011, "uri-too-long", "The URI is too long.");
            case 415 ->
                    problem(
                            ErrorCode.E4012,
                            "unsupported-media-type",
                            "The resource does not take bodies of this Content-Type.");
            case 431 -> problem(ErrorCode.E4011, "headers-too-large", "The headers are too large.");
            case 503 ->
                    problem(
                            ErrorCode.E5004,
                            "overloaded",
                            "Too many requests are under way; try again.");
            default ->
                    status < 500
                            ? problem(
                                    ErrorCode.E4001,
                                    "malformed-request",
                                    "The request is not well-formed HTTP.")
                            : problem(
                                    ErrorCode.E5004,
                                    "internal-error",
                                    "Something went wrong; the incident is logged.");
        };
    }

    private static Problem problem(ErrorCode code, String reason, String detail) {
        return Problem.of(code, reason, detail);
    }
}
