package io.sillok.platform.web.sse;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sillok.platform.web.exchange.Exchange;
import io.sillok.platform.web.exchange.Incident;
import io.sillok.platform.web.problems.ProblemDocument;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.personal.KeysUnavailable;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An answer of server-sent events. Its request's own (virtual) thread waits for events and writes
/// them; what came while it was writing goes out together. When nothing is told for a while a
/// comment goes out, which keeps proxies from closing the connection and shows when the client is
/// gone.
///
/// What goes wrong after the first byte is told as an event `error`: a problem document with its
/// incident.
public final class EventStream implements StreamingOutput {

    public static final String MEDIA_TYPE = "text/event-stream";
    public static final String ERROR = "error";

    private static final Logger log = LoggerFactory.getLogger(EventStream.class);

    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final byte[] NOTHING_NEW = ":\n\n".getBytes(UTF_8);

    private final EventSource source;
    private final Exchange exchange;
    private final String path;
    private final Clock clock = Clock.systemUTC();
    private Runnable start = () -> {};
    private boolean failed;

    private EventStream(EventSource source, HttpServletRequest request) {
        this.source = source;
        this.exchange = Exchange.of(request);
        this.path = request.getRequestURI();
    }

    /// The answer to a request. It closes the source when it ends.
    public static Response.ResponseBuilder of(EventSource source, HttpServletRequest request) {
        Exchange.of(request).lasts();
        return Response.ok(new EventStream(source, request), MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Accel-Buffering", "no");
    }

    /// Says what makes the answer leave piece by piece.
    void startsBy(Runnable beginning) {
        start = beginning;
    }

    @Override
    public void write(OutputStream out) {
        try (source) {
            try {
                start.run();
                tell(out);
            } catch (IOException _) {
                source.abandoned();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                source.abandoned();
            }
        }
    }

    private void tell(OutputStream out) throws IOException, InterruptedException {
        send(out, NOTHING_NEW);
        while (!source.isOver() && !failed) {
            send(out, next());
        }
    }

    /// The problem mapper is no help any more: the head of the answer is gone.
    private byte[] next() throws InterruptedException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            List<ServerSentEvent> events = source.next(HEARTBEAT);
            events.forEach(event -> event.writeTo(text));
        } catch (RuntimeException e) {
            failed = true;
            failure(e).writeTo(text);
            source.abandoned();
        }
        return text.size() == 0 ? NOTHING_NEW : text.toByteArray();
    }

    private ServerSentEvent failure(RuntimeException cause) {
        Incident incident = Incident.now(clock);
        Problem problem =
                switch (cause) {
                    case ProblemException known -> known.problem();
                    case KeysUnavailable _ ->
                            Problem.of(
                                    ErrorCode.E5003,
                                    "keys-unavailable",
                                    "The keys of personal data cannot be read; try again.");
                    default ->
                            Problem.of(
                                    ErrorCode.E5004,
                                    "internal-error",
                                    "Something went wrong; the incident is logged.");
                };
        exchange.failed(problem.code(), incident);
        log.atError()
                .addKeyValue("incident", incident)
                .addKeyValue("requestId", exchange.requestId())
                .setCause(cause)
                .log("a stream failed for a reason nobody foresaw");
        return error(problem, incident, path);
    }

    /// What tells a client that there will be nothing more, and why.
    ///
    /// @param path of the request
    public static ServerSentEvent error(Problem problem, Incident incident, String path) {
        return ServerSentEvent.of(
                ERROR, ProblemDocument.of(problem, problem.code().status(), incident, path));
    }

    private static void send(OutputStream out, byte[] text) throws IOException {
        out.write(text);
        out.flush();
    }
}
