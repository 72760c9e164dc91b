package io.sillok.queryapi.generation;

import io.sillok.platform.kafka.SubjectFeed;
import io.sillok.platform.web.exchange.Incident;
import io.sillok.platform.web.sse.EventSource;
import io.sillok.platform.web.sse.EventStream;
import io.sillok.platform.web.sse.ServerSentEvent;
import io.sillok.queryapi.http.NotFound;
import io.sillok.schemas.generation.AnswerEnd;
import io.sillok.schemas.generation.AnswerStream;
import io.sillok.schemas.generation.AnswerStream.Step;
import io.sillok.schemas.generation.GeneratedCode;
import io.sillok.schemas.generation.GenerationId;
import io.sillok.schemas.generation.GenerationResource;
import io.sillok.schemas.generation.GenerationStatus;
import io.sillok.schemas.generation.StreamPlace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// An answer as somebody is told it who was not there from the beginning. When the log is silent
/// the view is asked how it stands, which knows every end, however long ago.
final class FollowedAnswer implements EventSource {

    private static final Duration LATE_CHUNKS = Duration.ofSeconds(1);
    private static final String KIND = "generation";

    private final GenerationResource asked;
    private final AnswerFeed feed;
    private final Supplier<Optional<GenerationResource>> view;
    private final String path;
    private final AnswerStream stream;

    /// Empty until the stream begins, which it never does for who only asks for its head.
    private Optional<SubjectFeed.Listening> listening = Optional.empty();

    /// @param asked as the view has it
    /// @param seen by the listener already
    /// @param path of the request
    FollowedAnswer(
            GenerationResource asked,
            AnswerFeed feed,
            StreamPlace seen,
            Supplier<Optional<GenerationResource>> view,
            String path) {
        this.asked = asked;
        this.feed = feed;
        this.view = view;
        this.path = path;
        this.stream = new AnswerStream(seen);
    }

    @Override
    public List<ServerSentEvent> next(Duration patience) throws InterruptedException {
        if (listening.isEmpty()) {
            listening = Optional.of(feed.listen(asked.id()));
            return List.of(ServerSentEvent.of(KIND, new Begun(asked.id(), path)));
        }
        Optional<AnswerEnd> known = AnswerEnd.of(asked);
        if (known.isPresent()) {
            return events(stream.take(known.get()));
        }
        Duration wait = stream.isWaitingForChunks() ? LATE_CHUNKS : patience;
        return events(feed.next(listening.get(), stream, wait).orElseGet(this::silence));
    }

    @Override
    public boolean isOver() {
        return stream.isOver();
    }

    @Override
    public void abandoned() {
        // who asked for the generation decides about it, not who listens
    }

    @Override
    public void close() {
        listening.ifPresent(SubjectFeed.Listening::close);
    }

    private List<Step> silence() {
        if (stream.isWaitingForChunks()) {
            return stream.waitNoLonger();
        }
        return AnswerEnd.of(view.get().orElseThrow(NotFound.of(KIND)))
                .map(stream::take)
                .orElseGet(List::of);
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
                : ServerSentEvent.of("done", GeneratedCode.of(end, asked.createdAt()));
    }

    record Begun(GenerationId id, String stream) {}

    record Token(String text) {}

    record Restarted(int attempt) {}
}
