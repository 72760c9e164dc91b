package io.sillok.commandapi.generation;

import io.sillok.commandapi.gateway.CommandGateway;
import io.sillok.commandapi.gateway.CommandHeaders;
import io.sillok.commandapi.gateway.Order;
import io.sillok.commandapi.gateway.Outcome;
import io.sillok.commandapi.generation.AnswerFeed.Hearing;
import io.sillok.platform.web.Api;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.generation.AnswerEnd;
import io.sillok.schemas.generation.GenerationCommand;
import io.sillok.schemas.generation.GenerationId;
import io.sillok.schemas.generation.StopReason;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends generations on their way and waits for what models make of them. Thread-safe.
final class Generations {

    private static final Logger log = LoggerFactory.getLogger(Generations.class);
    private static final String COLLECTION = "generations";

    private final CommandGateway gateway;
    private final AnswerFeed feed;

    Generations(CommandGateway gateway, AnswerFeed feed) {
        this.gateway = gateway;
        this.feed = feed;
    }

    /// The id of a new generation: the same when the same request is repeated.
    GenerationId newId(Asker asker, CommandHeaders headers) {
        UUID seed = headers.newId(COLLECTION, gateway.clock());
        return GenerationId.of(asker.account(), seed);
    }

    /// What is shown of an answer.
    interface Shown {
        Object of(AnswerEnd end, Instant asked);
    }

    /// Has a model answer and answers with it, or with where it will be when the patience is over.
    ///
    /// @param late what is answered then instead, if anything
    Response ask(
            CommandHeaders headers,
            GenerationCommand.Request command,
            Duration patience,
            Shown shown,
            Optional<Supplier<ProblemException>> late) {
        Instant asked = gateway.clock().instant();
        long until = System.nanoTime() + patience.toNanos();
        try (Hearing hearing = feed.hear(command.generation())) {
            return gateway.submit(
                    headers,
                    order(command),
                    outcome -> {
                        Duration left = Duration.ofNanos(Math.max(0, until - System.nanoTime()));
                        Optional<AnswerEnd> end = end(hearing, left);
                        Map<String, String> marks = marks(outcome, patience);
                        if (end.isEmpty() && late.isPresent()) {
                            throw late.get().get().withHeaders(marks);
                        }
                        return end.map(known -> answer(known, marks, shown, asked))
                                .orElseGet(() -> pending(command.generation(), marks));
                    });
        }
    }

    /// Begins a generation whose answer is told as it comes. The hearing is the caller's to close,
    /// unless this fails.
    Begun begin(CommandHeaders headers, GenerationCommand.Request command) {
        Instant asked = gateway.clock().instant();
        Hearing hearing = feed.hear(command.generation());
        try {
            return new Begun(hearing, gateway.settle(headers, order(command)), asked);
        } catch (RuntimeException e) {
            hearing.close();
            throw e;
        }
    }

    /// A generation under way.
    record Begun(Hearing hearing, Outcome outcome, Instant asked) {}

    /// Answers that a generation is asked for and goes on by itself.
    Response submit(CommandHeaders headers, GenerationCommand.Request command) {
        return gateway.submit(headers, order(command));
    }

    /// Lets a generation go that nobody wants any more, without waiting for it. That this may come
    /// to nothing is a waste of tokens and no more.
    void stop(CommandHeaders headers, Asker asker, GenerationId generation, StopReason reason) {
        var command = new GenerationCommand.Stop(generation, asker.person(), reason);
        try {
            Response _ =
                    gateway.submit(
                            headers.withoutWaiting(),
                            Order.update(command.key(), command.subject(), command));
        } catch (ProblemException e) {
            log.atWarn()
                    .addKeyValue("generation", generation)
                    .addKeyValue("reason", e.problem().reason())
                    .log("a generation that nobody wants cannot be stopped");
        }
    }

    private static Order order(GenerationCommand command) {
        return Order.create(command.key(), command.subject(), command);
    }

    private static Optional<AnswerEnd> end(Hearing hearing, Duration patience) {
        try {
            return hearing.end(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.of(
                            Problem.of(
                                    ErrorCode.E5005,
                                    "log-unavailable",
                                    "The service stops; ask for the generation later."))
                    .because(e);
        }
    }

    /// The wait is for the answer, not only for the decision.
    private static Map<String, String> marks(Outcome outcome, Duration patience) {
        Map<String, String> marks = new LinkedHashMap<>(outcome.marks());
        marks.computeIfPresent("Preference-Applied", (_, _) -> "wait=" + patience.toSeconds());
        return marks;
    }

    private static Response answer(
            AnswerEnd end, Map<String, String> marks, Shown shown, Instant asked) {
        Response.ResponseBuilder answer =
                Response.ok(shown.of(Ends.answered(end, marks), asked))
                        .header(HttpHeaders.CONTENT_LOCATION, place(end.generation()));
        marks.forEach(answer::header);
        return answer.build();
    }

    private static Response pending(GenerationId generation, Map<String, String> marks) {
        Response.ResponseBuilder answer =
                Response.accepted(new Pending(generation, "pending"))
                        .header(HttpHeaders.LOCATION, place(generation))
                        .header(HttpHeaders.RETRY_AFTER, 1);
        marks.forEach(answer::header);
        return answer.build();
    }

    /// Where a generation is to be read.
    static String place(GenerationId generation) {
        return Api.BASE + "/generations/" + generation;
    }

    /// The headers of a begun stream.
    static Map<String, String> streamPlace(GenerationId generation) {
        return Map.of(HttpHeaders.CONTENT_LOCATION, place(generation));
    }

    /// A generation that is not over yet.
    record Pending(GenerationId id, String status) {}
}
