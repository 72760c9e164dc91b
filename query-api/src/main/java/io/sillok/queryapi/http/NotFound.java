package io.sillok.queryapi.http;

import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.util.UUID;
import java.util.function.Supplier;

/// What there is not, or what a caller must not learn that there is.
public final class NotFound {

    private NotFound() {}

    /// Makes the problem.
    ///
    /// @param kind singular, kebab-case: `material`
    public static Supplier<ProblemException> of(String kind) {
        return () ->
                ProblemException.of(
                        Problem.of(
                                ErrorCode.E4007,
                                kind + "-not-found",
                                "There is no such " + kind + "."));
    }

    /// The id in a path; what is no id names nothing that exists.
    public static UUID id(String kind, String text) {
        return Ids.find(text).orElseThrow(of(kind));
    }
}
