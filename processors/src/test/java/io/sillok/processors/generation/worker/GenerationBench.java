package io.sillok.processors.generation.worker;

import io.sillok.engines.KafkaEngine;
import io.sillok.platform.kafka.KafkaClients;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.TopicProvisioning;
import io.sillok.platform.kafka.TopicTail;
import io.sillok.platform.kafka.WireRecords;
import io.sillok.processors.engine.DecidingApplication;
import io.sillok.processors.engine.DecidingSettings;
import io.sillok.processors.engine.claims.ClaimSecret;
import io.sillok.processors.engine.work.LogWriter;
import io.sillok.processors.generation.GenerationModule;
import io.sillok.processors.generation.model.Model;
import io.sillok.processors.generation.model.ModelSettings;
import io.sillok.processors.generation.model.Models;
import io.sillok.sandbox.SandboxModel;
import io.sillok.sandbox.SandboxSettings;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.WorkEnvelope;
import io.sillok.schemas.generation.AccountId;
import io.sillok.schemas.generation.GenerateWork;
import io.sillok.schemas.generation.GenerationCommand;
import io.sillok.schemas.generation.GenerationId;
import io.sillok.schemas.generation.Parameters;
import io.sillok.schemas.generation.Prompt;
import io.sillok.schemas.generation.StopReason;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.topics.Namespace;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.WorkCodec;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.Producer;

/// Topics of their own for one test, the deciders of generation, a sandbox model, and who listens.
final class GenerationBench implements AutoCloseable {

    private static final int PARTITIONS = 4;

    final SandboxModel sandbox = SandboxModel.start(SandboxSettings.forTests());
    final KafkaSettings kafka;
    final LogWriter writer;
    final Heard heard = new Heard();
    private final List<Runnable> ends = new ArrayList<>();

    GenerationBench(KafkaEngine broker, String namespace, Path folder) throws InterruptedException {
        kafka =
                new KafkaSettings(
                        broker.bootstrapServers(),
                        new Namespace(namespace),
                        (short) 1,
                        PARTITIONS,
                        Map.of());
        TopicProvisioning.provision(kafka);
        writer = LogWriter.open(kafka, "bench");
        ends.add(deciders(folder.resolve(namespace))::close);
        listen();
    }

    private DecidingApplication deciders(Path folder) {
        ClaimSecret secret = ClaimSecret.parse(Base64.getEncoder().encodeToString(new byte[32]));
        return DecidingApplication.start(
                GenerationModule.decides(GenerationModule.USUAL, TestKeys.ALL),
                kafka,
                DecidingSettings.in(folder, secret));
    }

    private void listen() throws InterruptedException {
        TopicTail events =
                new TopicTail(
                        kafka,
                        Topics.GENERATION_EVENTS,
                        "test-events",
                        Duration.ofMinutes(5),
                        heard.events());
        TopicTail chunks =
                new TopicTail(
                        kafka,
                        Topics.GENERATION_CHUNKS,
                        "test-chunks",
                        Duration.ofMinutes(5),
                        heard.chunks());
        events.start(Duration.ofSeconds(20));
        chunks.start(Duration.ofSeconds(20));
        ends.add(events::close);
        ends.add(chunks::close);
    }

    /// A generator that asks the sandbox model, with a template's answer and no pause.
    Generator generator() {
        return generator(sandbox.uri(), SandboxSettings.USUAL_KEY);
    }

    Generator generator(URI endpoint, String key) {
        return generator(
                new GeneratorSettings(
                        Optional.of(ModelSettings.of(endpoint, key, "sandbox:each=0", List.of())),
                        Prices.parse("USD", "sandbox=1/2")));
    }

    Generator generator(GeneratorSettings settings) {
        Generator generator = Generator.start(settings, kafka, TestKeys.ALL, writer);
        ends.add(generator::close);
        return generator;
    }

    /// A generator that notes when the first word of each answer came.
    void timed(List<Long> arrivals) {
        Models models =
                new Models(
                        ModelSettings.of(
                                sandbox.uri(), SandboxSettings.USUAL_KEY, "sandbox", List.of()));
        Model timing =
                (request, sink, stop) -> {
                    AtomicBoolean first = new AtomicBoolean(true);
                    return models.ask(
                            request,
                            text -> {
                                if (first.getAndSet(false)) {
                                    arrivals.add(System.nanoTime());
                                }
                                sink.take(text);
                            },
                            stop);
                };
        Generator generator =
                Generator.start(
                        timing,
                        models::close,
                        GeneratorSettings.NONE.prices(),
                        kafka,
                        TestKeys.ALL,
                        writer);
        ends.add(generator::close);
    }

    static UserId owner(String name) {
        return new UserId(Ids.named("owner/" + name));
    }

    /// Asks for code.
    ///
    /// @param model with its switches; the generator's when it is empty
    GenerationId ask(UserId owner, String question, boolean streamed, Optional<String> model)
            throws InterruptedException {
        GenerationId generation = GenerationId.of(AccountId.of(owner), Ids.named(question));
        send(
                new GenerationCommand.Request(
                        generation,
                        owner,
                        streamed,
                        Optional.of(
                                new Prompt.Code(
                                        question,
                                        Optional.empty(),
                                        Optional.of("python"),
                                        Optional.empty())),
                        Optional.empty(),
                        new Parameters(model, Optional.empty(), Optional.of(1_000))));
        return generation;
    }

    /// Puts work on its topic once more.
    void again(WorkEnvelope<GenerateWork> work) {
        try (Producer<byte[], byte[]> producer = new KafkaClients(kafka).producer("again")) {
            var _ =
                    producer.send(
                            WireRecords.toProducer(
                                    kafka.nameOf(Topics.WORK_GENERATE),
                                    WorkCodec.encode(work, TestKeys.ALL.persons())));
            producer.flush();
        }
    }

    void stop(GenerationId generation, UserId owner) throws InterruptedException {
        send(new GenerationCommand.Stop(generation, owner, StopReason.CLIENT_GONE));
    }

    /// Begins an attempt that never ends, as of a worker that dies at once.
    void beginInVain(GenerationId generation, UserId owner) throws InterruptedException {
        send(new GenerationCommand.Begin(generation, owner), Actor.system("another"));
    }

    private void send(GenerationCommand command) throws InterruptedException {
        send(command, new Actor(command.owner().toString(), Set.of()));
    }

    private void send(GenerationCommand command, Actor actor) throws InterruptedException {
        Instant now = Instant.now();
        writer.commands(Topics.GENERATION_COMMANDS, TestKeys.ALL.transport())
                .send(
                        new CommandEnvelope<>(
                                new CommandId(Ids.timeOrdered(now)),
                                command.key(),
                                command.subject(),
                                now,
                                actor,
                                Ids.timeOrdered(now),
                                OptionalLong.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                command));
    }

    @Override
    public void close() {
        ends.reversed().forEach(Runnable::run);
        writer.close();
        sandbox.close();
    }
}
