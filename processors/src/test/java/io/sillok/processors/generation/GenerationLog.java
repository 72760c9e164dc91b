package io.sillok.processors.generation;

import io.sillok.platform.kafka.KafkaClients;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.WireRecords;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.CommandCodec;
import io.sillok.schemas.wire.Decoded;
import io.sillok.schemas.wire.EventCodec;
import io.sillok.schemas.wire.LogEntry;
import io.sillok.schemas.wire.WireRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.awaitility.Awaitility;

/// Sends commands of generation to a real log and waits for their settlements. Thread-safe.
final class GenerationLog implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final KafkaSettings kafka;
    private final PersonKeys transport;
    private final Producer<byte[], byte[]> producer;
    private final Consumer<byte[], byte[]> consumer;
    private final Thread reader;
    private final Map<CommandId, CompletableFuture<CommandSettled>> settled =
            new ConcurrentHashMap<>();

    GenerationLog(KafkaSettings kafka, PersonKeys transport) {
        this.kafka = kafka;
        this.transport = transport;
        KafkaClients clients = new KafkaClients(kafka);
        this.producer = clients.producer("test");
        this.consumer = clients.consumer("test");
        List<TopicPartition> partitions =
                IntStream.range(0, kafka.partitions())
                        .mapToObj(
                                i -> new TopicPartition(kafka.nameOf(Topics.GENERATION_EVENTS), i))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        this.reader = Thread.ofPlatform().start(this::read);
    }

    /// The future is done when the command is settled.
    CompletableFuture<CommandSettled> send(CommandEnvelope<?> command) {
        CompletableFuture<CommandSettled> end = of(command.id());
        WireRecord record = CommandCodec.encode(command, "/test", transport);
        var _ =
                producer.send(
                        WireRecords.toProducer(kafka.nameOf(Topics.GENERATION_COMMANDS), record));
        return end;
    }

    /// Sends all of them and waits until they are settled.
    List<CommandSettled> settle(List<? extends CommandEnvelope<?>> commands) {
        List<CompletableFuture<CommandSettled>> pending =
                commands.stream().map(this::send).toList();
        CompletableFuture<Void> all =
                CompletableFuture.allOf(pending.toArray(CompletableFuture[]::new));
        Awaitility.await().atMost(PATIENCE).until(all::isDone);
        return pending.stream().map(CompletableFuture::join).toList();
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(Duration.ofSeconds(1));
    }

    private CompletableFuture<CommandSettled> of(CommandId id) {
        return settled.computeIfAbsent(id, _ -> new CompletableFuture<>());
    }

    private void read() {
        try (consumer) {
            while (true) {
                consumer.poll(Duration.ofSeconds(1))
                        .forEach(record -> note(WireRecords.of(record)));
            }
        } catch (WakeupException e) {
            // closed
        }
    }

    private void note(WireRecord record) {
        if (EventCodec.decode(record)
                instanceof Decoded.Message<LogEntry>(LogEntry.Settlement(var end))) {
            of(end.command()).complete(end);
        }
    }
}
