package io.sillok.platform.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sillok.engines.EngineSettings;
import io.sillok.engines.EnginesHome;
import io.sillok.engines.KafkaEngine;
import io.sillok.schemas.topics.Namespace;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.WireRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// A topic as somebody follows it on a real broker.
@TestInstance(Lifecycle.PER_CLASS)
final class TopicTailIT {

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KafkaEngine broker;

    TopicTailIT(@TempDir Path directory) {
        broker =
                KafkaEngine.start(
                        EnginesHome.locate(), EngineSettings.in(directory.resolve("kafka")));
    }

    @AfterAll
    void stop() {
        broker.stop();
    }

    private KafkaSettings provisioned(String namespace) {
        var settings =
                new KafkaSettings(
                        broker.bootstrapServers(),
                        new Namespace(namespace),
                        (short) 1,
                        3,
                        Map.of());
        TopicProvisioning.provision(settings);
        return settings;
    }

    private static void send(KafkaSettings settings, String text, Instant time) {
        try (Producer<byte[], byte[]> producer = new KafkaClients(settings).producer("test")) {
            var _ =
                    producer.send(
                            new ProducerRecord<>(
                                    settings.nameOf(Topics.CATALOG_EVENTS),
                                    null,
                                    time.toEpochMilli(),
                                    text.getBytes(UTF_8),
                                    text.getBytes(UTF_8)));
        }
    }

    private static TopicTail tail(KafkaSettings settings, Told told) {
        return new TopicTail(settings, Topics.CATALOG_EVENTS, "tail", QUARTER, told);
    }

    @Test
    void tellsWhatIsYoungEnoughAndThenWhatComes() throws InterruptedException {
        var settings = provisioned("young");
        Told told = new Told();
        send(settings, "old", Instant.now().minus(QUARTER.multipliedBy(2)));
        send(settings, "young", Instant.now());
        try (TopicTail tail = tail(settings, told)) {
            tail.start(PATIENCE);
            assertThat(tail.isCaughtUp()).isTrue();
            assertThat(tail.trouble()).isEmpty();
            assertThat(told.texts()).containsExactly("young", "that is all");

            send(settings, "new", Instant.now());

            await().untilAsserted(() -> assertThat(told.texts()).endsWith("that is all", "new"));
        }
    }

    @Test
    void isAtTheEndAtOnceWhenThereIsNothing() throws InterruptedException {
        Told told = new Told();
        try (TopicTail tail = tail(provisioned("empty"), told)) {
            tail.start(PATIENCE);

            assertThat(told.texts()).containsExactly("that is all");
        }
    }

    @Test
    void waitsForATopicThatIsNotThereYet() throws InterruptedException {
        var later =
                new KafkaSettings(
                        broker.bootstrapServers(), new Namespace("later"), (short) 1, 3, Map.of());
        Told told = new Told();
        try (TopicTail tail = tail(later, told)) {
            tail.start(Duration.ofSeconds(1));
            assertThat(tail.isCaughtUp()).isFalse();
            assertThat(tail.trouble()).isNotEmpty();

            provisioned("later");

            await().atMost(Duration.ofSeconds(30)).until(tail::isCaughtUp);
            assertThat(tail.trouble()).isEmpty();
        }
    }

    private record Told(List<String> texts) implements TopicTail.Follower {

        Told() {
            this(new CopyOnWriteArrayList<>());
        }

        @Override
        public void take(WireRecord record) {
            texts.add(record.key());
        }

        @Override
        public void caughtUp() {
            texts.add("that is all");
        }
    }
}
