package io.sillok.platform.web.http;

import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.util.UUID;
import java.util.regex.Pattern;

/// Ids as they stand in paths. What is no id names no resource.
public final class PathId {

    private static final Pattern CANONICAL =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private PathId() {}

    /// The id in a path segment.
    ///
    /// @param reason for the problem when it is none: `material-not-found`
    /// @throws ProblemException E4007
    public static UUID parse(String segment, String reason) {
        if (!isUuid(segment)) {
            throw ProblemException.of(
                    Problem.of(ErrorCode.E4007, reason, "There is no resource with this id."));
        }
        return UUID.fromString(segment);
    }

    static boolean isUuid(String text) {
        return CANONICAL.matcher(text).matches();
    }
}
