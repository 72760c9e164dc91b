package io.sillok.processors.engine.janitor;

import io.sillok.platform.blobs.BlobAddress;
import io.sillok.platform.kafka.KafkaClients;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.stores.Postgres;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/// The references as they are projected in Postgres, compared with the end of the log. Thread-safe.
final class ProjectedReferences implements BlobReferences {

    private static final String REFERENCES = "blob-references";
    private static final String COMMANDS = "commands";
    private static final Set<Topic.Kind> SETTLING = Set.of(Topic.Kind.COMMANDS, Topic.Kind.EVENTS);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Postgres postgres;
    private final KafkaSettings kafka;
    private final Duration patience;

    /// @param patience with projections that are a little behind
    ProjectedReferences(Postgres postgres, KafkaSettings kafka, Duration patience) {
        this.postgres = postgres;
        this.kafka = kafka;
        this.patience = patience;
    }

    @Override
    public Standing standing(Instant before) throws InterruptedException {
        Map<TopicPartition, Long> ends = ends();
        if (!comesTo(REFERENCES, only(Topic.Kind.EVENTS, ends)) || !comesTo(COMMANDS, ends)) {
            return new Standing.Behind("projections-behind");
        }
        if (hasParked()) {
            return new Standing.Behind("references-parked");
        }
        return hasUnsettled(before)
                ? new Standing.Behind("commands-unsettled")
                : new Standing.Current();
    }

    @Override
    public Set<BlobAddress> among(Collection<BlobAddress> blobs) {
        List<String> addresses = blobs.stream().map(BlobAddress::sha256).toList();
        return postgres.jdbi()
                .withHandle(
                        handle ->
                                handle
                                        .createQuery(
                                                """
                                                select distinct sha256
                                                  from blob_references
                                                 where sha256 = any(:addresses)
                                                """)
                                        .bindArray("addresses", String.class, addresses)
                                        .mapTo(String.class)
                                        .stream()
                                        .map(BlobAddress::new)
                                        .collect(Collectors.toSet()));
    }

    /// Where readers of committed records would come to the end now.
    private Map<TopicPartition, Long> ends() {
        try (Consumer<byte[], byte[]> consumer = new KafkaClients(kafka).consumer("janitor")) {
            return consumer.endOffsets(
                    Topics.ALL.stream()
                            .filter(topic -> SETTLING.contains(topic.kind()))
                            .flatMap(topic -> partitions(topic).stream())
                            .toList());
        }
    }

    private List<TopicPartition> partitions(Topic topic) {
        return IntStream.range(0, kafka.partitions())
                .mapToObj(number -> new TopicPartition(kafka.nameOf(topic), number))
                .toList();
    }

    private Map<TopicPartition, Long> only(Topic.Kind kind, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> some = new HashMap<>(ends);
        some.keySet()
                .retainAll(
                        Topics.ALL.stream()
                                .filter(topic -> topic.kind() == kind)
                                .flatMap(topic -> partitions(topic).stream())
                                .collect(Collectors.toSet()));
        return some;
    }

    private boolean comesTo(String projection, Map<TopicPartition, Long> ends)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!isAt(positions(projection), ends)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(PAUSE);
        }
        return true;
    }

    private static boolean isAt(
            Map<TopicPartition, Long> positions, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private Map<TopicPartition, Long> positions(String projection) {
        Map<TopicPartition, Long> positions = new HashMap<>();
        postgres.jdbi()
                .useHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                select p.topic, p.partition, p.position
                                                  from positions p
                                                  join live_projections l
                                                    on l.projection = p.projection
                                                   and l.version = p.version
                                                 where p.projection = :projection
                                                """)
                                        .bind("projection", projection)
                                        .map(
                                                (row, _) ->
                                                        Map.entry(
                                                                new TopicPartition(
                                                                        row.getString("topic"),
                                                                        row.getInt("partition")),
                                                                row.getLong("position")))
                                        .forEach(at -> positions.put(at.getKey(), at.getValue())));
        return positions;
    }

    /// A parked event is passed but not applied: what it refers to is not known.
    private boolean hasParked() {
        return postgres.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                select exists (
                                                    select 1
                                                      from parked p
                                                      join live_projections l
                                                        on l.projection = p.projection
                                                       and l.version = p.version
                                                     where p.projection = :projection)
                                                """)
                                        .bind("projection", REFERENCES)
                                        .mapTo(Boolean.class)
                                        .one());
    }

    private boolean hasUnsettled(Instant before) {
        return postgres.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                select exists (
                                                    select 1
                                                      from commands
                                                     where outcome = 'pending'
                                                       and taken_at < :before)
                                                """)
                                        .bind("before", before.atOffset(ZoneOffset.UTC))
                                        .mapTo(Boolean.class)
                                        .one());
    }
}
