package io.sillok.commandapi.generation;

import io.sillok.commandapi.generation.AnswerFeed.Heard;
import io.sillok.commandapi.generation.AnswerFeed.Hearing;
import io.sillok.platform.web.exchange.Incident;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.platform.web.sse.EventSource;
import io.sillok.platform.web.sse.EventStream;
import io.sillok.platform.web.sse.ServerSentEvent;
import io.sillok.schemas.generation.AnswerEnd;
import io.sillok.schemas.generation.AnswerStream;
import io.sillok.schemas.generation.AnswerStream.Step;
import io.sillok.schemas.generation.GeneratedCode;
import io.sillok.schemas.generation.GenerationId;
import io.sillok.schemas.generation.GenerationStatus;
import io.sillok.schemas.generation.StreamPlace;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An answer as the client that asked for it is told. When the client is gone, the generation may
/// end within a grace, so that a client that was only cut off finds it; then it is stopped.
final class StreamedAnswer implements EventSource {

    static final Duration GRACE = Duration.ofSeconds(10);

    /// Beyond this nothing comes any more: the platform gives up generations sooner.
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(15);

    private static final Duration LATE_CHUNKS = Duration.ofSeconds(1);

    private final GenerationId generation;
    private final Hearing hearing;
    private final Instant asked;
    private final String path;
    private final Runnable stop;
    private final AnswerStream stream = new AnswerStream(StreamPlace.START);
    private boolean begun;
    private boolean waiting;
    private long heard = System.nanoTime();

    /// @param path of the request
    /// @param stop stops the generation
    StreamedAnswer(GenerationId generation, Generations.Begun begun, String path, Runnable stop) {
        this.generation = generation;
        this.hearing = begun.hearing();
        this.asked = begun.asked();
        this.path = path;
        this.stop = stop;
    }

    @Override
    public List<ServerSentEvent> next(Duration patience) throws InterruptedException {
        if (!begun) {
            begun = true;
            return List.of(
                    ServerSentEvent.of(
                            "generation",
                            new Begun(generation, Generations.place(generation) + "/stream")));
        }
        Heard come = hearing.into(stream, stream.isWaitingForChunks() ? LATE_CHUNKS : patience);
        if (come.isAnything()) {
            heard = System.nanoTime();
            return events(come.steps());
        }
        if (System.nanoTime() - heard > LONGEST_SILENCE.toNanos()) {
            throw ProblemException.of(
                    Problem.of(
                            ErrorCode.E5005,
                            "stream-silent",
                            "Nothing is heard of the generation; ask for it later."));
        }
        return events(stream.waitNoLonger());
    }

    @Override
    public boolean isOver() {
        return stream.isOver();
    }

    @Override
    public void abandoned() {
        waiting = true;
        Thread.ofVirtual().name("abandoned-" + generation).start(this::stopAfterGrace);
    }

    @Override
    public void close() {
        if (!waiting) {
            hearing.close();
        }
    }

    private void stopAfterGrace() {
        try (hearing) {
            if (!stream.isWaitingForChunks() && hearing.end(GRACE).isEmpty()) {
                stop.run();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private List<ServerSentEvent> events(List<Step> steps) {
        return steps.stream().map(this::event).toList();
    }

    private ServerSentEvent event(Step step) {
        return switch (step) {
            case Step.Said(var place, var text) ->
                    new ServerSentEvent("token", Optional.of(place.toString()), new Token(text));
            case Step.Restarted(var attempt) ->
                    ServerSentEvent.of("restart", new Restarted(attempt));
            case Step.Ended(var end) -> end(end);
        };
    }

    private ServerSentEvent end(AnswerEnd end) {
        return end.status() == GenerationStatus.FAILED
                ? EventStream.error(
                        end.problem().orElseThrow(),
                        new Incident(end.incident().orElseThrow()),
                        path)
                : ServerSentEvent.of("done", GeneratedCode.of(end, asked));
    }

    record Begun(GenerationId id, String stream) {}

    record Token(String text) {}

    record Restarted(int attempt) {}
}
