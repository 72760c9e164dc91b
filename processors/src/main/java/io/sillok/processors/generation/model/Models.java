package io.sillok.processors.generation.model;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.sillok.schemas.generation.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks models, and gets an answer if one can be had: tries again and then another model, as long
/// as nothing was said; leaves alone what fails too often; asks no more at once than it may.
/// Thread-safe; made for virtual threads.
public final class Models implements Model, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Models.class);

    private final ModelSettings settings;
    private final OpenAiEndpoint endpoint;
    private final Breakers breakers;
    private final Semaphore places;

    public Models(ModelSettings settings) {
        this.settings = settings;
        this.endpoint = new OpenAiEndpoint(settings);
        this.breakers = new Breakers(settings.models(), settings.rest());
        this.places = new Semaphore(settings.calls(), true);
    }

    @Override
    public ModelResult ask(ModelRequest request, TokenSink sink, CompletableFuture<Void> stop)
            throws InterruptedException {
        if (stop.isDone()) {
            return new ModelResult.Stopped(candidates(request).getFirst(), "", Usage.NONE);
        }
        if (!places.tryAcquire(settings.patience().place().toNanos(), TimeUnit.NANOSECONDS)) {
            return ModelResult.unanswered(candidates(request).getFirst(), new ModelFault.Busy());
        }
        try {
            return askAny(request, sink, stop);
        } finally {
            places.release();
        }
    }

    @Override
    public void close() {
        endpoint.close();
    }

    private ModelResult askAny(ModelRequest request, TokenSink sink, CompletableFuture<Void> stop)
            throws InterruptedException {
        List<String> candidates = candidates(request);
        for (String model : candidates.subList(0, candidates.size() - 1)) {
            ModelResult result = askOne(model, request, sink, stop);
            if (!isForAnother(result)) {
                return result;
            }
        }
        return askOne(candidates.getLast(), request, sink, stop);
    }

    private List<String> candidates(ModelRequest request) {
        String first = request.parameters().model().orElseGet(settings::model);
        return Stream.concat(Stream.of(first), settings.fallbacks().stream()).distinct().toList();
    }

    private static boolean isForAnother(ModelResult result) {
        return result instanceof ModelResult.Failed(_, var fault, var text, _)
                && text.isEmpty()
                && fault.isOfThisModel();
    }

    private ModelResult askOne(
            String model, ModelRequest request, TokenSink sink, CompletableFuture<Void> stop)
            throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            ModelResult result = askOnce(model, request, sink, stop);
            Optional<Duration> pause = pauseAfter(attempt, result);
            if (pause.isEmpty()) {
                return result;
            }
            if (isStopped(stop, pause.get())) {
                return new ModelResult.Stopped(model, "", Usage.NONE);
            }
        }
    }

    private Optional<Duration> pauseAfter(int attempt, ModelResult result) {
        if (!(result instanceof ModelResult.Failed(var model, var fault, var text, _))) {
            return Optional.empty();
        }
        log.atWarn()
                .addKeyValue("model", model)
                .addKeyValue("attempt", attempt)
                .addKeyValue("reason", fault.problem().reason())
                .log("a model did not answer");
        return text.isEmpty() ? settings.retries().pauseAfter(attempt, fault) : Optional.empty();
    }

    private ModelResult askOnce(
            String model, ModelRequest request, TokenSink sink, CompletableFuture<Void> stop)
            throws InterruptedException {
        CircuitBreaker breaker = breakers.of(model);
        if (!breaker.tryAcquirePermission()) {
            return ModelResult.unanswered(model, new ModelFault.Resting(settings.rest().pause()));
        }
        long begin = breaker.getCurrentTimestamp();
        Optional<ModelResult> result = Optional.empty();
        try {
            result =
                    Optional.of(
                            new ModelCall(endpoint, model, request, settings.patience())
                                    .run(sink, stop));
            return result.get();
        } finally {
            conclude(breaker, begin, result);
        }
    }

    /// Only what says something about the model counts.
    private static void conclude(CircuitBreaker breaker, long begin, Optional<ModelResult> result) {
        boolean isTelling =
                result.filter(
                                each ->
                                        !(each instanceof ModelResult.Failed failed)
                                                || failed.fault().isSickness())
                        .isPresent();
        if (isTelling) {
            breaker.onResult(
                    breaker.getCurrentTimestamp() - begin,
                    breaker.getTimestampUnit(),
                    result.orElseThrow());
        } else {
            breaker.releasePermission();
        }
    }

    private static boolean isStopped(CompletableFuture<Void> stop, Duration pause)
            throws InterruptedException {
        try {
            stop.get(pause.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody fails a stop", e);
        }
    }
}
