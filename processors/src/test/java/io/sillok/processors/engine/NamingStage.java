package io.sillok.processors.engine;

import io.sillok.engines.EngineSettings;
import io.sillok.engines.EnginesHome;
import io.sillok.engines.KafkaEngine;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.TopicProvisioning;
import io.sillok.schemas.catalog.CategoryCommand;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.operations.CommandSettled;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;

/// Deciders of names on a real broker, each in a process that can be killed.
final class NamingStage implements AutoCloseable {

    private static final int PARTITIONS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path directory;
    private final KafkaEngine broker;
    private final KafkaSettings kafka;
    private final NamingLog log;
    private final List<DecidingProcess> processes = new ArrayList<>();

    /// Starts the broker.
    NamingStage(Path directory) {
        this.directory = directory;
        this.broker =
                KafkaEngine.start(
                        EnginesHome.locate(), EngineSettings.in(directory.resolve("kafka")));
        this.kafka = Naming.settings(broker.bootstrapServers(), PARTITIONS);
        TopicProvisioning.provision(kafka);
        this.log = new NamingLog(kafka);
    }

    KafkaEngine broker() {
        return broker;
    }

    KafkaSettings kafka() {
        return kafka;
    }

    NamingLog log() {
        return log;
    }

    /// A process that decides, with a folder for its state.
    DecidingProcess ready(String state) {
        var process = DecidingProcess.start(kafka, directory.resolve(state));
        processes.add(process);
        Awaitility.await().atMost(PATIENCE).until(process::wasReady);
        return process;
    }

    List<CommandSettled> settle(List<CommandEnvelope<CategoryCommand>> commands) {
        return await(send(commands));
    }

    List<CompletableFuture<CommandSettled>> send(List<CommandEnvelope<CategoryCommand>> commands) {
        return commands.stream().map(log::send).toList();
    }

    static List<CommandSettled> await(List<CompletableFuture<CommandSettled>> pending) {
        var all = CompletableFuture.allOf(pending.toArray(CompletableFuture[]::new));
        Awaitility.await().atMost(PATIENCE).until(all::isDone);
        return pending.stream().map(CompletableFuture::join).toList();
    }

    void stopProcesses() {
        processes.forEach(DecidingProcess::close);
        processes.clear();
    }

    @Override
    public void close() {
        log.close();
        broker.stop();
    }
}
