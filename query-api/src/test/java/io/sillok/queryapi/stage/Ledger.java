package io.sillok.queryapi.stage;

import io.sillok.platform.kafka.ConsistencyToken;
import io.sillok.platform.kafka.KafkaClients;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.LogEpoch;
import io.sillok.platform.kafka.LogPosition;
import io.sillok.platform.kafka.WireRecords;
import io.sillok.queryapi.log.LogEnd;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Head;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.EventCodec;
import io.sillok.schemas.wire.SealedEvent;
import io.sillok.schemas.wire.WireRecord;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Writes the events topic as deciders do: in transactions, each event sealed after the one before.
/// Not thread-safe.
public final class Ledger implements AutoCloseable {

    private final KafkaSettings settings;
    private final Producer<byte[], byte[]> producer;
    private final Admin admin;
    private final LogEnd end;
    private final LogEpoch epoch;
    private final Map<Subject, Head> heads = new HashMap<>();
    private Optional<LogPosition> newest = Optional.empty();

    private Ledger(KafkaSettings settings, Producer<byte[], byte[]> producer, Admin admin) {
        this.settings = settings;
        this.producer = producer;
        this.admin = admin;
        this.epoch = LogEpoch.of(admin);
        this.end =
                new LogEnd(
                        admin,
                        settings,
                        List.of(Topics.CATALOG_COMMANDS, Topics.CATALOG_EVENTS),
                        Duration.ofSeconds(4));
    }

    static Ledger open(KafkaSettings settings) {
        KafkaClients clients = new KafkaClients(settings);
        Map<String, Object> properties = clients.producerProperties("ledger");
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "ledger");
        var producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
        return new Ledger(settings, producer, clients.admin("ledger"));
    }

    <E> EventEnvelope<Object> append(CommandEnvelope<?> cause, Subject subject, E event) {
        return append(Topics.CATALOG_EVENTS, cause, subject, event);
    }

    /// Seals an event and writes it to the topic of its context.
    public <E> EventEnvelope<Object> append(
            Topic topic, CommandEnvelope<?> cause, Subject subject, E event) {
        SealedEvent<E> sealed =
                EventCodec.seal(cause, subject, heads.getOrDefault(subject, Head.NONE), event);
        heads.put(subject, sealed.head());
        append(topic, sealed.record());
        return sealed.envelope().with((Object) event);
    }

    /// Writes anything at all.
    public void append(Topic topic, WireRecord record) {
        producer.beginTransaction();
        var sent = producer.send(WireRecords.toProducer(settings.nameOf(topic), record));
        producer.commitTransaction();
        try {
            RecordMetadata at = sent.get();
            newest = Optional.of(new LogPosition(at.topic(), at.partition(), at.offset()));
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Where the newest record is.
    public LogPosition newest() {
        return newest.orElseThrow();
    }

    String token() {
        return ConsistencyToken.of(epoch, newest()).format();
    }

    Map<TopicPartition, Long> ends() {
        return end.now();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
        admin.close(Duration.ofSeconds(1));
    }
}
