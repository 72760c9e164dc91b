package io.sillok.processors.generation.model;

import io.sillok.processors.generation.model.ModelFault.Wait;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// One call of one model. Used once, by one thread.
///
/// A virtual thread of its own reads from the endpoint, so that waiting can end at any moment:
/// interrupting a virtual thread that reads from a socket closes the socket, and thereby tells the
/// model that nobody listens.
final class ModelCall {

    private final OpenAiEndpoint endpoint;
    private final String model;
    private final ModelRequest request;
    private final Patience patience;
    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private final Transcript transcript;
    private final long begin = System.nanoTime();

    ModelCall(OpenAiEndpoint endpoint, String model, ModelRequest request, Patience patience) {
        this.endpoint = endpoint;
        this.model = model;
        this.request = request;
        this.patience = patience;
        this.transcript = new Transcript(model, request.messages());
    }

    /// Asks, and passes on what is said, until it is over or `stop` is completed.
    ///
    /// @throws InterruptedException when the thread is interrupted; the call is closed then, as it
    ///   is when the sink throws
    ModelResult run(TokenSink sink, CompletableFuture<Void> stop) throws InterruptedException {
        Thread reader =
                Thread.ofVirtual()
                        .name("model-call")
                        .start(() -> endpoint.stream(model, request, pieces::add));
        CompletableFuture<Boolean> stopping = stop.thenApply(_ -> pieces.add(new Piece.Unwanted()));
        try {
            Optional<ModelResult> result = Optional.empty();
            while (result.isEmpty()) {
                result = hear(sink);
            }
            return result.get();
        } finally {
            stopping.cancel(false);
            reader.interrupt();
        }
    }

    private Optional<ModelResult> hear(TokenSink sink) throws InterruptedException {
        Wait wait = transcript.isSilent() ? Wait.FIRST_TOKEN : Wait.NEXT_TOKEN;
        Piece piece = pieces.poll(left(wait).toNanos(), TimeUnit.NANOSECONDS);
        if (piece == null) {
            boolean isOver = left(Wait.END).toNanos() <= 0;
            return failed(new ModelFault.TimedOut(isOver ? Wait.END : wait));
        }
        return switch (piece) {
            case Piece.Text(var text) -> hear(text, sink);
            case Piece.Named(var name) -> {
                transcript.name(name);
                yield Optional.empty();
            }
            case Piece.Counted(var usage) -> {
                transcript.count(usage);
                yield Optional.empty();
            }
            case Piece.Finished _ -> {
                transcript.finish();
                yield Optional.empty();
            }
            case Piece.Ended _ when transcript.isFinished() -> Optional.of(transcript.answered());
            case Piece.Ended _ -> failed(new ModelFault.Cut());
            case Piece.Broken(var fault) -> failed(fault);
            case Piece.Unwanted _ -> Optional.of(transcript.stopped());
        };
    }

    /// What came meanwhile is passed on together.
    private Optional<ModelResult> hear(String first, TokenSink sink) throws InterruptedException {
        StringBuilder together = new StringBuilder(first);
        transcript.hear(first);
        while (pieces.peek() instanceof Piece.Text(var next)) {
            pieces.remove();
            together.append(next);
            transcript.hear(next);
        }
        sink.take(together.toString());
        return transcript.isTooLong() ? failed(new ModelFault.Endless()) : Optional.empty();
    }

    private Optional<ModelResult> failed(ModelFault fault) {
        return Optional.of(transcript.failed(fault));
    }

    private Duration left(Wait wait) {
        Duration end = patience.end().minusNanos(System.nanoTime() - begin);
        Duration one =
                switch (wait) {
                    case CONNECTION -> patience.connection();
                    case FIRST_TOKEN -> patience.firstToken();
                    case NEXT_TOKEN -> patience.nextToken();
                    case END -> end;
                };
        return one.compareTo(end) < 0 ? one : end;
    }
}
