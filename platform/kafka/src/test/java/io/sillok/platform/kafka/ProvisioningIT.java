package io.sillok.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sillok.engines.EngineSettings;
import io.sillok.engines.EnginesHome;
import io.sillok.engines.KafkaEngine;
import io.sillok.schemas.topics.Namespace;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.WireRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// The log as a real broker keeps it.
@TestInstance(Lifecycle.PER_CLASS)
final class ProvisioningIT {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final KafkaEngine broker;

    ProvisioningIT(@TempDir Path directory) {
        broker =
                KafkaEngine.start(
                        EnginesHome.locate(), EngineSettings.in(directory.resolve("kafka")));
    }

    @AfterAll
    void stop() {
        broker.stop();
    }

    @Test
    void makesEveryTopicAsItIsDeclared() throws ExecutionException, InterruptedException {
        var settings = settings("declared", 3);

        TopicProvisioning.provision(settings);

        try (var admin = new KafkaClients(settings).admin("test")) {
            for (var topic : Topics.ALL) {
                var name = settings.nameOf(topic);
                var description =
                        admin.describeTopics(List.of(name))
                                .allTopicNames()
                                .get()
                                .values()
                                .iterator()
                                .next();
                assertThat(description.partitions()).hasSize(topic.partitions(3));
                topic.config()
                        .forEach(
                                (key, value) ->
                                        assertThat(config(admin, name, key)).isEqualTo(value));
            }
        }
    }

    @Test
    void mayBeDoneByManyAtOnce() throws InterruptedException {
        var settings = settings("many", 2);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all =
                    IntStream.range(0, 8)
                            .mapToObj(
                                    _ ->
                                            threads.submit(
                                                    () -> TopicProvisioning.provision(settings)))
                            .toList();

            assertThat(all)
                    .allSatisfy(one -> assertThat(one).succeedsWithin(Duration.ofSeconds(30)));
        }
    }

    @Test
    void leavesWorkAsAnEarlierVersionSpreadIt() throws Exception {
        KafkaSettings settings = settings("earlier", 2);
        String work = settings.nameOf(Topics.WORK_SCANS);
        try (Admin admin = new KafkaClients(settings).admin("test")) {
            admin.createTopics(List.of(new NewTopic(work, 2, (short) 1))).all().get();

            TopicProvisioning.provision(settings);

            assertThat(admin.describeTopics(List.of(work)).allTopicNames().get().values())
                    .singleElement()
                    .satisfies(topic -> assertThat(topic.partitions()).hasSize(2));
        }
    }

    @Test
    void refusesAnotherNumberOfPartitions() {
        TopicProvisioning.provision(settings("grown", 2));

        assertThatExceptionOfType(ProvisioningFailure.class)
                .isThrownBy(() -> TopicProvisioning.provision(settings("grown", 4)))
                .withMessageContaining("has 2 partitions, but 4 are configured");
    }

    @Test
    void failsSoonWhereThereIsNoLog() {
        var nowhere = KafkaSettings.single("127.0.0.1:1", new Namespace("nowhere"));

        assertThatExceptionOfType(LogUnavailable.class)
                .isThrownBy(() -> TopicProvisioning.provision(nowhere));
        try (var admin = new KafkaClients(nowhere).admin("test")) {
            assertThatExceptionOfType(LogUnavailable.class).isThrownBy(() -> LogEpoch.of(admin));
            assertThat(new LogHealth(admin, nowhere).check(PATIENCE))
                    .isInstanceOf(LogHealth.State.Unreachable.class);
        }
    }

    @Test
    void tellsHowTheLogIs() {
        var settings = settings("health", 1);
        try (var admin = new KafkaClients(settings).admin("test")) {
            var health = new LogHealth(admin, settings);

            assertThat(health.check(PATIENCE)).isInstanceOf(LogHealth.State.Impaired.class);
            TopicProvisioning.provision(settings);
            assertThat(health.check(PATIENCE)).isInstanceOf(LogHealth.State.Available.class);
        }
    }

    @Test
    void knowsWhichLogItIs() {
        var settings = settings("epoch", 1);
        try (var admin = new KafkaClients(settings).admin("test")) {
            assertThat(LogEpoch.of(admin)).isEqualTo(LogEpoch.of(admin));
        }
    }

    @Test
    void carriesARecordToItsPartitionAndBack() throws Exception {
        var settings = settings("carry", 5);
        TopicProvisioning.provision(settings);
        var clients = new KafkaClients(settings);
        var record = new WireRecord("materials/1", Map.of("ce_id", "1"), new byte[] {'1'});
        var topic = settings.nameOf(Topics.CATALOG_EVENTS);

        try (var producer = clients.producer("test");
                var consumer = clients.consumer("test")) {
            var sent =
                    producer.send(WireRecords.toProducer(topic, record)).get(5, TimeUnit.SECONDS);
            var place = new TopicPartition(topic, sent.partition());
            consumer.assign(List.of(place));
            consumer.seek(place, sent.offset());

            assertThat(sent.partition()).isEqualTo(Partitioning.partitionOf(record.keyBytes(), 5));
            assertThat(consumer.poll(Duration.ofSeconds(5)))
                    .singleElement()
                    .satisfies(
                            got ->
                                    assertThat(WireRecords.of(got))
                                            .usingRecursiveComparison()
                                            .isEqualTo(record));
        }
    }

    private KafkaSettings settings(String namespace, int partitions) {
        return new KafkaSettings(
                broker.bootstrapServers(),
                new Namespace(namespace),
                (short) 1,
                partitions,
                Map.of());
    }

    private static String config(Admin admin, String topic, String key) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource))
                .all()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(5, TimeUnit.SECONDS)
                .join()
                .values()
                .iterator()
                .next()
                .get(key)
                .value();
    }
}
