package io.sillok.platform.web.http;

import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.util.UUID;

/// Ids as they stand in paths. What is no id names no resource.
public final class PathId {

    private PathId() {}

    /// The id in a path segment.
    ///
    /// @param reason for the problem when it is none: `material-not-found`
    /// @throws ProblemException E4007
    public static UUID parse(String segment, String reason) {
        return Ids.find(segment)
                .orElseThrow(
                        () ->
                                ProblemException.of(
                                        Problem.of(
                                                ErrorCode.E4007,
                                                reason,
                                                "There is no resource with this id.")));
    }
}
