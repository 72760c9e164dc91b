package io.sillok.processors.generation.model;

import io.sillok.sandbox.SandboxModel;
import io.sillok.sandbox.SandboxSettings;
import io.sillok.schemas.generation.Parameters;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/// Models at a sandbox, asked over HTTP, and what they said.
final class Asked implements AutoCloseable {

    static final Patience SHORT =
            new Patience(
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(4),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(20),
                    Duration.ofMillis(50));
    static final Retries QUICK = new Retries(3, Duration.ofMillis(10), Duration.ofMillis(1_500));
    static final Rest SOON = new Rest(6, 6, Duration.ofMillis(300));

    private static final CompletableFuture<Void> NEVER = new CompletableFuture<>();

    final SandboxModel sandbox = SandboxModel.start(SandboxSettings.forTests());
    final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final Models models;

    private Asked(SandboxSettings to, int calls, List<String> fallbacks) {
        this.models = new Models(settings(sandbox.uri(), to.key(), calls, fallbacks));
    }

    static Asked sandbox() {
        return new Asked(SandboxSettings.forTests(), 16, List.of());
    }

    static Asked withKey(String key) {
        return new Asked(new SandboxSettings(0, key, true), 16, List.of());
    }

    static Asked withFallbacks(String... fallbacks) {
        return new Asked(SandboxSettings.forTests(), 16, List.of(fallbacks));
    }

    static Asked oneAtATime() {
        return new Asked(SandboxSettings.forTests(), 1, List.of());
    }

    static ModelSettings settings(URI at, String key, int calls, List<String> fallbacks) {
        return new ModelSettings(at, key, "sandbox:each=0", fallbacks, calls, SHORT, QUICK, SOON);
    }

    ModelResult ask(String model) throws InterruptedException {
        return ask(model, NEVER);
    }

    ModelResult ask(String model, CompletableFuture<Void> stop) throws InterruptedException {
        return models.ask(request(model), said::add, stop);
    }

    ModelFault fault(String model) throws InterruptedException {
        return ((ModelResult.Failed) ask(model)).fault();
    }

    static ModelRequest request(String model) {
        return new ModelRequest(
                List.of(
                        new Message(Message.Speaker.SYSTEM, "Answer with code."),
                        new Message(Message.Speaker.USER, "Sort a list")),
                new Parameters(Optional.of(model), Optional.of(0.2), Optional.empty()));
    }

    @Override
    public void close() {
        models.close();
        sandbox.close();
    }
}
