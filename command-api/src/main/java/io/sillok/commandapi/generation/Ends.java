package io.sillok.commandapi.generation;

import io.sillok.platform.web.exchange.Incident;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.generation.AnswerEnd;
import io.sillok.schemas.generation.StopReason;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.util.Map;

/// The problems that a generation can end with, as they are answered.
final class Ends {

    private static final int UNAVAILABLE = 503;

    private Ends() {}

    /// The same end, when it is an answer.
    ///
    /// @throws ProblemException when there is none, with the incident that is on the log
    static AnswerEnd answered(AnswerEnd end, Map<String, String> marks) {
        return switch (end.status()) {
            case COMPLETED -> end;
            case FAILED -> throw failed(end).withHeaders(marks);
            case STOPPED -> throw stopped(end).withHeaders(marks);
            case REQUESTED, STARTED, STOPPING ->
                    throw new IllegalStateException("this is no end: " + end.status());
        };
    }

    /// Why there is no answer. That a model is not well is no fault of the service: it is
    /// unavailable.
    private static ProblemException failed(AnswerEnd end) {
        Problem problem = end.problem().orElseThrow();
        ProblemException failure =
                ProblemException.of(problem)
                        .withIncident(new Incident(end.incident().orElseThrow()));
        return problem.code() == ErrorCode.E5004 ? failure.withStatus(UNAVAILABLE) : failure;
    }

    private static ProblemException stopped(AnswerEnd end) {
        return ProblemException.of(
                end.stopReason().orElse(StopReason.BY_OWNER) == StopReason.SUPERSEDED
                        ? Problem.of(
                                ErrorCode.E4008,
                                "generation-superseded",
                                "A newer request has taken its place.")
                        : Problem.of(
                                ErrorCode.E4008,
                                "generation-stopped",
                                "It was stopped before it was answered."));
    }
}
