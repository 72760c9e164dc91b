package io.sillok.queryapi.engines;

import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.util.Map;

/// An engine that a read cannot do without, and the problem that is answered while it is away.
public enum Away {
    DATABASE(ErrorCode.E5003, "database-unavailable", "The database does not answer; try again."),
    LOG(ErrorCode.E5005, "log-unavailable", "The log does not answer; try again."),
    SEARCH(ErrorCode.E5006, "search-unavailable", "The search engine does not answer; try again."),
    FILES(ErrorCode.E5007, "file-store-unavailable", "The file store does not answer; try again.");

    private static final String RETRY_AFTER_SECONDS = "2";

    private final ErrorCode code;
    private final String reason;
    private final String detail;

    Away(ErrorCode code, String reason, String detail) {
        this.code = code;
        this.reason = reason;
        this.detail = detail;
    }

    public ProblemException problem() {
        return ProblemException.of(Problem.of(code, reason, detail))
                .withHeaders(Map.of("Retry-After", RETRY_AFTER_SECONDS));
    }

    public ProblemException because(Throwable cause) {
        return problem().because(cause);
    }
}
