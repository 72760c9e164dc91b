package io.sillok.commandapi.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.platform.kafka.ConsistencyToken;
import io.sillok.platform.kafka.LogEpoch;
import io.sillok.platform.kafka.LogPosition;
import io.sillok.platform.web.Api;
import io.sillok.platform.web.exchange.Incident;
import io.sillok.platform.web.http.EntityTags;
import io.sillok.platform.web.http.Preferences;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.Idempotency;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.wire.Representations;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The HTTP answers to one command. Whoever repeats a request under the same Idempotency-Key gets
/// the same status, body, `ETag` and `Location`.
final class Answers {

    static final String COMMAND_ID = "Command-Id";

    private static final String CONSISTENCY_TOKEN = "Consistency-Token";
    private static final String PREFERENCE_APPLIED = "Preference-Applied";

    private final CommandHeaders headers;
    private final Order order;
    private final CommandEnvelope<?> command;
    private final LogEpoch epoch;
    private final Representations representations;

    Answers(
            CommandHeaders headers,
            Order order,
            CommandEnvelope<?> command,
            LogEpoch epoch,
            Representations representations) {
        this.representations = representations;
        this.headers = headers;
        this.order = order;
        this.command = command;
        this.epoch = epoch;
    }

    /// The command is on the log and not settled yet.
    Response pending(LogPosition position) {
        ResponseBuilder answer =
                Response.accepted(
                                new Pending(
                                        command.id().toString(),
                                        "pending",
                                        command.subject().toString(),
                                        command.time()))
                        .type(MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.LOCATION, Api.BASE + "/commands/" + command.id())
                        .header(HttpHeaders.RETRY_AFTER, 1);
        if (headers.preferences().respondAsync()) {
            answer.header(PREFERENCE_APPLIED, "respond-async");
        }
        marks(position).forEach(answer::header);
        return answer.build();
    }

    /// The command ended.
    ///
    /// @throws ProblemException when it was refused
    /// @throws io.sillok.schemas.personal.KeysUnavailable when its resource holds personal data
    ///   that cannot be read at the moment
    Response settled(Settled settled) {
        CommandSettled settlement = settled.settlement();
        if (settlement.problem().isPresent()) {
            throw refused(settlement.problem().get(), settled.position());
        }
        ResponseBuilder answer = Response.status(order.success().status());
        marks(settled.position()).forEach(answer::header);
        switch (order.success()) {
            case CREATED -> {
                answer.header(HttpHeaders.LOCATION, Api.BASE + "/" + settlement.subject());
                represent(answer, settlement);
            }
            case UPDATED -> represent(answer, settlement);
            case REMOVED -> {}
        }
        return answer.build();
    }

    /// The command ended, and its resource is not the answer.
    ///
    /// @throws ProblemException when it was refused
    Outcome outcome(Settled settled) {
        CommandSettled settlement = settled.settlement();
        if (settlement.problem().isPresent()) {
            throw refused(settlement.problem().get(), settled.position());
        }
        return new Outcome(settlement.version(), opened(settlement), marks(settled.position()));
    }

    /// The command is on the log and its end is all that the caller wants to know.
    ProblemException unsettled(LogPosition position) {
        return ProblemException.of(
                        Problem.of(
                                ErrorCode.E5005,
                                "not-settled-in-time",
                                "The request was taken and is not decided yet; try again."))
                .withHeaders(marks(position))
                .withHeaders(Map.of(HttpHeaders.RETRY_AFTER, "1"));
    }

    private void represent(ResponseBuilder answer, CommandSettled settlement) {
        answer.header(HttpHeaders.ETAG, EntityTags.of(settlement.version()));
        opened(settlement)
                .ifPresent(resource -> answer.entity(resource).type(MediaType.APPLICATION_JSON));
    }

    private Optional<ObjectNode> opened(CommandSettled settlement) {
        return settlement
                .representation()
                .map(resource -> representations.open(resource, settlement.subject()));
    }

    private ProblemException refused(Problem problem, LogPosition position) {
        ProblemException refusal = ProblemException.of(problem).withHeaders(marks(position));
        return command.idempotency()
                .map(key -> refusal.withIncident(incident(key)))
                .orElse(refusal);
    }

    /// Every repeat of a refused request shows the same incident.
    private Incident incident(Idempotency idempotency) {
        return Incident.of(command.time(), idempotency.key());
    }

    private Map<String, String> marks(LogPosition position) {
        Map<String, String> marks = new LinkedHashMap<>();
        marks.put(COMMAND_ID, command.id().toString());
        marks.put(CONSISTENCY_TOKEN, ConsistencyToken.of(epoch, position).format());
        Preferences preferences = headers.preferences();
        if (preferences.patience().isPresent() && !preferences.respondAsync()) {
            marks.put(PREFERENCE_APPLIED, "wait=" + CommandGateway.wait(headers).toSeconds());
        }
        return marks;
    }

    /// What is known of a command that is not settled, in the words of its resource.
    record Pending(String id, String outcome, String subject, Instant takenAt) {}
}
