package io.sillok.processors.engine;

import io.sillok.platform.kafka.KafkaClients;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.WireRecords;
import io.sillok.schemas.envelope.Chain;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.CommandCodec;
import io.sillok.schemas.wire.Decoded;
import io.sillok.schemas.wire.EventCodec;
import io.sillok.schemas.wire.Headers;
import io.sillok.schemas.wire.LogEntry;
import io.sillok.schemas.wire.WireRecord;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/// Sends commands to a real log and reads everything that comes of them, from the beginning.
/// Thread-safe.
final class NamingLog implements AutoCloseable {

    private final KafkaSettings kafka;
    private final Producer<byte[], byte[]> producer;
    private final Consumer<byte[], byte[]> consumer;
    private final Thread reader;
    private final Map<CommandId, CompletableFuture<CommandSettled>> first =
            new ConcurrentHashMap<>();
    private final Map<CommandId, Integer> settlements = new ConcurrentHashMap<>();
    private final Queue<WireRecord> events = new ConcurrentLinkedQueue<>();

    NamingLog(KafkaSettings kafka) {
        this.kafka = kafka;
        var clients = new KafkaClients(kafka);
        producer = patientProducer(clients);
        consumer = clients.consumer("test");
        var partitions =
                IntStream.range(0, kafka.partitions())
                        .mapToObj(i -> new TopicPartition(kafka.nameOf(Topics.CATALOG_EVENTS), i))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        reader = Thread.ofPlatform().start(this::read);
    }

    /// One that outlives a broker's restart on a busy machine.
    private static Producer<byte[], byte[]> patientProducer(KafkaClients clients) {
        var properties = clients.producerProperties("test");
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 60_000);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 60_000);
        return new KafkaProducer<>(
                properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /// Sends a command; the future is done when it is settled.
    CompletableFuture<CommandSettled> send(CommandEnvelope<?> command) {
        var settled = settled(command.id());
        var record =
                WireRecords.toProducer(
                        kafka.nameOf(Topics.CATALOG_COMMANDS),
                        CommandCodec.encode(command, "/test"));
        var _ =
                producer.send(
                        record,
                        (_, failure) -> {
                            if (failure != null) {
                                settled.completeExceptionally(failure);
                            }
                        });
        return settled;
    }

    /// Writes anything at all where commands are expected.
    void sendRaw(int partition, byte @Nullable [] key, byte @Nullable [] value) {
        var topic = kafka.nameOf(Topics.CATALOG_COMMANDS);
        var _ = producer.send(new ProducerRecord<>(topic, partition, key, value));
    }

    /// How often each command was settled.
    Map<CommandId, Integer> settlements() {
        return Map.copyOf(settlements);
    }

    /// Checks every history: dense versions, unbroken chains.
    ///
    /// @return the newest version of each subject
    Map<Subject, Long> histories() {
        Map<Subject, Long> versions = new HashMap<>();
        Map<Subject, Chain> chains = new HashMap<>();
        for (var record : events) {
            var subject = Subject.parse(record.header(Headers.SUBJECT).orElseThrow());
            var sequence = Long.parseLong(record.header(Headers.SEQUENCE).orElseThrow());
            var chain = EventCodec.expectedChain(chains.getOrDefault(subject, Chain.START), record);
            if (sequence != versions.getOrDefault(subject, 0L) + 1
                    || !record.header(Headers.CHAIN).orElseThrow().equals(chain.hex())) {
                throw new AssertionError("the history of " + subject + " is broken");
            }
            versions.put(subject, sequence);
            chains.put(subject, chain);
        }
        return versions;
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

    private CompletableFuture<CommandSettled> settled(CommandId id) {
        return first.computeIfAbsent(id, _ -> new CompletableFuture<>());
    }

    private void read() {
        try (consumer) {
            while (true) {
                for (var record : consumer.poll(Duration.ofSeconds(1))) {
                    note(WireRecords.of(record));
                }
            }
        } catch (WakeupException e) {
            // closed
        }
    }

    private void note(WireRecord record) {
        switch (EventCodec.decode(record)) {
            case Decoded.Message<LogEntry>(LogEntry.Event _) -> events.add(record);
            case Decoded.Message<LogEntry>(LogEntry.Settlement(var settled)) -> {
                settlements.merge(settled.command(), 1, Integer::sum);
                settled(settled.command()).complete(settled);
            }
            case Decoded.Undecodable<LogEntry>(var reason, _) -> throw new AssertionError(reason);
        }
    }
}
