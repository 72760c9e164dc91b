package io.sillok.processors.engine.projection;

import io.sillok.platform.kafka.KafkaClients;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.WireRecords;
import io.sillok.schemas.catalog.CategoryEvent;
import io.sillok.schemas.catalog.ItemEvent;
import io.sillok.schemas.catalog.MaterialEvent;
import io.sillok.schemas.catalog.PostEvent;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.Head;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.EventCodec;
import io.sillok.schemas.wire.SealedEvent;
import io.sillok.schemas.wire.WireRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Writes events as deciders do, in transactions, but every event twice. Used by one thread.
public final class EventWriter implements AutoCloseable {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00.123456Z");
    private static final Actor ACTOR = Actor.system("test");

    private final KafkaSettings settings;
    private final Producer<byte[], byte[]> producer;
    private final Map<Subject, Head> heads = new HashMap<>();
    private int steps;

    public EventWriter(KafkaSettings settings) {
        this.settings = settings;
        Map<String, Object> properties = new KafkaClients(settings).producerProperties("writer");
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, settings.namespace() + ".writer");
        this.producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
    }

    /// Writes events in one transaction, and once more in another.
    public void write(List<?> events) {
        List<WireRecord> records = new ArrayList<>();
        events.forEach(event -> records.add(seal(event)));
        send(Topics.CATALOG_EVENTS, records);
        send(Topics.CATALOG_EVENTS, records);
    }

    public void write(Object event) {
        write(List.of(event));
    }

    /// Gives an event its place in the history of its subject.
    public WireRecord seal(Object event) {
        Subject subject = subject(event);
        Head before = heads.getOrDefault(subject, Head.NONE);
        SealedEvent<Object> sealed =
                EventCodec.seal(command(subject, key(event), event), subject, before, event);
        heads.put(subject, sealed.head());
        return sealed.record();
    }

    /// A command about a subject, as if it had caused `message`.
    public <C> CommandEnvelope<C> command(Subject subject, BoundaryKey key, C message) {
        steps++;
        return new CommandEnvelope<>(
                new CommandId(Ids.named("command/" + steps)),
                key,
                subject,
                START.plus(Duration.ofSeconds(steps)),
                ACTOR,
                Ids.named("request/" + steps),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                message);
    }

    /// Writes records in one transaction, once.
    public void send(Topic topic, List<WireRecord> records) {
        producer.beginTransaction();
        records.forEach(
                record -> {
                    var _ = producer.send(WireRecords.toProducer(settings.nameOf(topic), record));
                });
        producer.commitTransaction();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }

    private static Subject subject(Object event) {
        return switch (event) {
            case CategoryEvent category -> category.category().subject();
            case ItemEvent item -> item.item().subject();
            case PostEvent post -> post.post().subject();
            case Object material -> ((MaterialEvent) material).material().subject();
        };
    }

    private static BoundaryKey key(Object event) {
        return BoundaryKey.of(subject(event));
    }
}
