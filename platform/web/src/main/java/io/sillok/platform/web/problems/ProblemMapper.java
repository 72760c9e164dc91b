package io.sillok.platform.web.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import io.sillok.platform.web.exchange.Exchange;
import io.sillok.platform.web.exchange.Incident;
import io.sillok.schemas.personal.KeysUnavailable;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import jakarta.inject.Provider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.EOFException;
import java.time.Clock;
import java.util.Map;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns every exception that leaves a resource into an answer. The one place where exceptions
/// become HTTP.
public final class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger log = LoggerFactory.getLogger(ProblemMapper.class);

    private static final Map<String, String> RETRY = Map.of(HttpHeaders.RETRY_AFTER, "2");

    private final Provider<HttpServletRequest> request;
    private final Clock clock;

    public ProblemMapper(@Context Provider<HttpServletRequest> request) {
        this.request = request;
        this.clock = Clock.systemUTC();
    }

    @Override
    public Response toResponse(Throwable exception) {
        return switch (exception) {
            case ProblemException e -> expected(e);
            case KeysUnavailable e -> keyless(e);
            case InvalidDefinitionException e -> broken(e);
            case JsonMappingException e when e.getCause() instanceof ProblemException inner ->
                    expected(inner);
            case JsonProcessingException e -> answer(JsonProblems.of(e), 400, Map.of());
            case WebApplicationException e -> http(e);
            case HttpException e when e.getCode() < 500 ->
                    answer(StatusProblems.of(e.getCode()), e.getCode(), Map.of());
            case EOFException _ ->
                    answer(
                            Problem.of(
                                    ErrorCode.E4001,
                                    "body-incomplete",
                                    "The body ended before its announced length."),
                            400,
                            Map.of());
            default -> broken(exception);
        };
    }

    private Response expected(ProblemException exception) {
        Incident incident = exception.incident().orElseGet(() -> Incident.now(clock));
        return answer(
                exception.problem(), exception.status(), exception.headers(), incident, exception);
    }

    private Response keyless(KeysUnavailable exception) {
        return answer(
                Problem.of(
                        ErrorCode.E5003,
                        "keys-unavailable",
                        "The keys of personal data cannot be read; try again."),
                ErrorCode.E5003.status(),
                RETRY,
                Incident.now(clock),
                exception);
    }

    private Response http(WebApplicationException exception) {
        Response original = exception.getResponse();
        int status = original.getStatus();
        if (status < 400) {
            return original;
        }
        if (status >= 500) {
            return broken(exception);
        }
        String allow = original.getHeaderString(HttpHeaders.ALLOW);
        return answer(
                StatusProblems.of(status),
                status,
                allow == null ? Map.of() : Map.of(HttpHeaders.ALLOW, allow));
    }

    private Response broken(Throwable exception) {
        return answer(StatusProblems.of(500), 500, Map.of(), Incident.now(clock), exception);
    }

    private Response answer(
            Problem problem,
            int status,
            Map<String, String> headers,
            Incident incident,
            Throwable cause) {
        if (status == 500) {
            log.atError()
                    .addKeyValue("incident", incident)
                    .addKeyValue("requestId", Exchange.of(request.get()).requestId())
                    .setCause(cause)
                    .log("a request failed for a reason nobody foresaw");
        } else if (status > 500) {
            log.atWarn()
                    .addKeyValue("incident", incident)
                    .addKeyValue("code", problem.code())
                    .addKeyValue("reason", problem.reason())
                    .addKeyValue("cause", String.valueOf(cause.getCause()))
                    .log("a request could not be served");
        }
        return answer(problem, status, headers, incident);
    }

    private Response answer(Problem problem, int status, Map<String, String> headers) {
        return answer(problem, status, headers, Incident.now(clock));
    }

    private Response answer(
            Problem problem, int status, Map<String, String> headers, Incident incident) {
        Exchange.of(request.get()).failed(problem.code(), incident);
        var response =
                Response.status(status)
                        .type(ProblemDocument.MEDIA_TYPE)
                        .entity(
                                ProblemDocument.of(
                                        problem, status, incident, request.get().getRequestURI()));
        headers.forEach(response::header);
        return response.build();
    }
}
