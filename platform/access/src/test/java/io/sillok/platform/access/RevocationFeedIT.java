package io.sillok.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sillok.engines.EngineSettings;
import io.sillok.engines.EnginesHome;
import io.sillok.engines.KafkaEngine;
import io.sillok.platform.kafka.KafkaClients;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.TopicProvisioning;
import io.sillok.platform.kafka.WireRecords;
import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.access.Revocations.Standing;
import io.sillok.platform.web.health.Health;
import io.sillok.schemas.envelope.AccessEffect;
import io.sillok.schemas.envelope.AccessEvents;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.topics.Namespace;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.Headers;
import io.sillok.schemas.wire.WireRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// What was revoked, as it is heard of from a real broker.
@TestInstance(Lifecycle.PER_CLASS)
final class RevocationFeedIT {

    private static final AccessEvents MEANING =
            new AccessEvents(
                    "users", "sessions", "api-keys", Map.of("barred", AccessEffect.BARRED));

    private final KafkaEngine broker;

    RevocationFeedIT(@TempDir Path directory) {
        broker =
                KafkaEngine.start(
                        EnginesHome.locate(), EngineSettings.in(directory.resolve("kafka")));
    }

    @AfterAll
    void stop() {
        broker.stop();
    }

    private KafkaSettings settings(String namespace) {
        return new KafkaSettings(
                broker.bootstrapServers(), new Namespace(namespace), (short) 1, 3, Map.of());
    }

    private static void bar(KafkaSettings settings, UUID person) {
        var record =
                new WireRecord(
                        "users/" + person,
                        Map.of(
                                Headers.TYPE, "barred",
                                Headers.SUBJECT, "users/" + person,
                                Headers.SEQUENCE, "2"),
                        new byte[0]);
        try (Producer<byte[], byte[]> producer = new KafkaClients(settings).producer("test")) {
            var _ =
                    producer.send(
                            WireRecords.toProducer(settings.nameOf(Topics.CATALOG_EVENTS), record));
        }
    }

    private static RevocationFeed feed(KafkaSettings settings) {
        return new RevocationFeed(settings, Topics.CATALOG_EVENTS, MEANING, "feed");
    }

    private static Standing standing(RevocationFeed feed, UUID person) {
        Caller caller = new Caller(person.toString(), Set.of(Role.USER), Set.of());
        return feed.revocations().ofToken(caller, Instant.now());
    }

    @Test
    void knowsWhatWasRevokedBeforeItBeganAndHearsOfTheRest() throws InterruptedException {
        KafkaSettings settings = settings("feed");
        TopicProvisioning.provision(settings);
        UUID before = UUID.randomUUID();
        UUID after = UUID.randomUUID();
        bar(settings, before);
        RevocationFeed feed = feed(settings);
        feed.start();

        assertThat(standing(feed, before)).isEqualTo(Standing.VOID);
        assertThat(standing(feed, after)).isEqualTo(Standing.VALID);
        assertThat(feed.health().status()).isEqualTo(Health.Status.HEALTHY);

        bar(settings, after);

        await().until(() -> standing(feed, after) == Standing.VOID);
        feed.stop();
    }

    @Test
    void cannotTellBeforeItHasReadTheLog() {
        RevocationFeed feed = feed(settings("absent"));

        assertThat(standing(feed, UUID.randomUUID())).isEqualTo(Standing.UNKNOWN);
        assertThat(feed.health().status()).isEqualTo(Health.Status.UNHEALTHY);
        feed.stop();
    }
}
