package io.sillok.processors.engine.janitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.engines.EngineSettings;
import io.sillok.engines.EnginesHome;
import io.sillok.engines.KafkaEngine;
import io.sillok.engines.PostgresEngine;
import io.sillok.platform.blobs.BlobAddress;
import io.sillok.platform.kafka.KafkaClients;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.TopicProvisioning;
import io.sillok.platform.stores.Postgres;
import io.sillok.platform.stores.PostgresSettings;
import io.sillok.platform.stores.ReadModelSchema;
import io.sillok.processors.engine.janitor.BlobReferences.Standing;
import io.sillok.schemas.topics.Namespace;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class ProjectedReferencesIT {

    private static final BlobAddress ONE = new BlobAddress("1".repeat(64));
    private static final BlobAddress TWO = new BlobAddress("2".repeat(64));
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final Namespace NAMESPACE = new Namespace("janitor");

    private final KafkaEngine broker;
    private final PostgresEngine database;
    private final KafkaSettings kafka;
    private final Postgres postgres;
    private final ProjectedReferences references;

    ProjectedReferencesIT(@TempDir Path folder) {
        broker =
                KafkaEngine.start(EnginesHome.locate(), EngineSettings.in(folder.resolve("kafka")));
        database =
                PostgresEngine.start(
                        EnginesHome.locate(), EngineSettings.in(folder.resolve("postgres")));
        kafka = new KafkaSettings(broker.bootstrapServers(), NAMESPACE, (short) 1, 1, Map.of());
        TopicProvisioning.provision(kafka);
        PostgresSettings settings =
                new PostgresSettings(
                        database.jdbcUrl(), database.user(), database.password(), NAMESPACE);
        ReadModelSchema.migrate(settings);
        postgres = Postgres.open(settings, "janitor", 2);
        references = new ProjectedReferences(postgres, kafka, Duration.ofMillis(300));
    }

    @AfterAll
    void stop() {
        postgres.close();
        database.close();
        broker.close();
    }

    @BeforeEach
    void empty() {
        execute("truncate positions, parked, commands_v1, blob_references_v1");
    }

    @Test
    void findsTheReferencedAmongOthers() {
        execute(
                "insert into blob_references_v1 (sha256, material_id) values"
                        + " (repeat('1', 64), gen_random_uuid()),"
                        + " (repeat('1', 64), gen_random_uuid())");

        assertThat(references.among(List.of(ONE, TWO))).isEqualTo(Set.of(ONE));
        assertThat(references.among(List.of())).isEmpty();
    }

    @Test
    void isCurrentWhenEverythingIsProjected() throws Exception {
        write(Topics.CATALOG_EVENTS);
        write(Topics.CATALOG_COMMANDS);
        project("blob-references", Topics.CATALOG_EVENTS);
        project("commands", Topics.CATALOG_EVENTS);
        project("commands", Topics.CATALOG_COMMANDS);

        assertThat(references.standing(NOON)).isEqualTo(new Standing.Current());
    }

    @Test
    void isCurrentWhateverStandsOnTopicsThatItsViewsDoNotFollow() throws Exception {
        everythingIsProjected();
        write(Topics.IDENTITY_EVENTS);

        assertThat(references.standing(NOON)).isEqualTo(new Standing.Current());
    }

    @Test
    void isBehindWhileAnEventIsNotProjected() throws Exception {
        write(Topics.CATALOG_EVENTS);

        assertThat(references.standing(NOON)).isEqualTo(new Standing.Behind("projections-behind"));
    }

    @Test
    void isBehindWhileAnEventIsParked() throws Exception {
        everythingIsProjected();
        execute(
                "insert into parked (projection, version, row_key, topic, partition, record_offset,"
                        + " record, reason, detail, parked_at)"
                        + " values ('blob-references', 1, 'k', 't', 0, 0, '', 'r', 'd', now())");

        assertThat(references.standing(NOON)).isEqualTo(new Standing.Behind("references-parked"));
    }

    @Test
    void isBehindWhileAnOldCommandIsUnsettled() throws Exception {
        everythingIsProjected();
        pending(NOON.minusSeconds(1));

        assertThat(references.standing(NOON)).isEqualTo(new Standing.Behind("commands-unsettled"));
    }

    @Test
    void isCurrentWhileAYoungCommandIsUnsettled() throws Exception {
        everythingIsProjected();
        pending(NOON.plusSeconds(1));

        assertThat(references.standing(NOON)).isEqualTo(new Standing.Current());
    }

    private void everythingIsProjected() {
        project("blob-references", Topics.CATALOG_EVENTS);
        project("commands", Topics.CATALOG_EVENTS);
        project("commands", Topics.CATALOG_COMMANDS);
    }

    private void pending(Instant takenAt) {
        postgres.jdbi()
                .useHandle(
                        handle ->
                                handle.createUpdate(
                                                """
                                                insert into commands_v1
                                                    (id, subject, actor, outcome, taken_at)
                                                values
                                                    (gen_random_uuid(), 's', 'a', 'pending', :at)
                                                """)
                                        .bind("at", takenAt)
                                        .execute());
    }

    private void write(Topic topic) throws Exception {
        try (var producer = new KafkaClients(kafka).producer("test")) {
            producer.send(new ProducerRecord<>(kafka.nameOf(topic), "x".getBytes(UTF_8))).get();
        }
    }

    /// Moves a projection to the end.
    private void project(String projection, Topic topic) {
        postgres.jdbi()
                .useHandle(
                        handle ->
                                handle.createUpdate(
                                                """
                                                insert into positions
                                                    (projection, version, topic, partition, position)
                                                values (:projection, 1, :topic, 0, 1000)
                                                """)
                                        .bind("projection", projection)
                                        .bind("topic", kafka.nameOf(topic))
                                        .execute());
    }

    private void execute(String sql) {
        postgres.jdbi().useHandle(handle -> handle.execute(sql));
    }
}
