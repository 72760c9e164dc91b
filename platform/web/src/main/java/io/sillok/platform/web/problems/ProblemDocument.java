package io.sillok.platform.web.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sillok.platform.web.exchange.Incident;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.problems.Problem.Violation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/// A problem as it is answered: `application/problem+json` (RFC 9457) with the platform's extension
/// members.
///
/// @param type a URI for the class of problem
/// @param title the same text for every problem of this code
/// @param detail what happened this time, for a person
/// @param code the catalogue's code, for programs
/// @param reason kebab-case, finer than the code, for programs
/// @param incidentId finds this occurrence in the logs
/// @param violations the fields that are wrong
/// @param instance path of the request
/// @param retryAfter in how many seconds it is worth trying again, where that is known
@Schema(name = "Problem")
public record ProblemDocument(
        @Schema(example = "urn:sillok:problem:E4007") String type,
        @Schema(example = "Not found") String title,
        @Schema(example = "404") int status,
        String detail,
        @Schema(example = "E4007") String code,
        @Schema(example = "material-not-found") String reason,
        @Schema(example = "INC-20260131-1A2B3C4D") String incidentId,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Violation> violations,
        @Schema(example = "/api/v1/materials/0190…") String instance,
        Optional<Long> retryAfter) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public ProblemDocument {
        violations = List.copyOf(violations);
    }

    /// The problem as it is answered to a request.
    ///
    /// @param instance path of the request
    public static ProblemDocument of(
            Problem problem, int status, Incident incident, String instance) {
        return new ProblemDocument(
                "urn:sillok:problem:" + problem.code(),
                problem.code().title(),
                status,
                problem.detail(),
                problem.code().name(),
                problem.reason(),
                incident.id(),
                problem.violations(),
                instance,
                problem.retryAfter());
    }
}
