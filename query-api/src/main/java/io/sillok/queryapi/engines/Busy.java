package io.sillok.queryapi.engines;

import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.util.Map;

/// The problem of asking for one more reading of the log while as many as may be are going on.
public final class Busy {

    private Busy() {}

    public static ProblemException problem() {
        return ProblemException.of(
                        Problem.of(
                                ErrorCode.E4004,
                                "too-many-log-readings",
                                "The log is being read as often as it may at a time; try again."))
                .withHeaders(Map.of("Retry-After", "1"));
    }
}
