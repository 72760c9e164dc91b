package io.sillok.processors.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.schemas.topics.Namespace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

final class DecidingPropertiesTest {

    private static final KafkaSettings KAFKA =
            new KafkaSettings(
                    "broker:9092",
                    new Namespace("annals"),
                    (short) 3,
                    12,
                    Map.of("security.protocol", "SSL"));

    private static final DecidingSettings SETTINGS =
            new DecidingSettings(Path.of("state"), 2, Duration.ofMillis(7), Naming.SECRET);

    @Test
    void decidesExactlyOnceAndQuickly() {
        var properties = DecidingProperties.of(Naming.CONTEXT, KAFKA, SETTINGS);

        assertThat(properties)
                .containsEntry("application.id", "annals.naming-decider")
                .containsEntry("bootstrap.servers", "broker:9092")
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("group.protocol", "STREAMS")
                .containsEntry("replication.factor", 3)
                .containsEntry("num.stream.threads", 2)
                .containsEntry("state.dir", "state")
                .containsEntry("commit.interval.ms", 7L)
                .containsEntry("poll.ms", 5)
                .containsEntry("statestore.cache.max.bytes", 0)
                .containsEntry("producer.linger.ms", 0)
                .containsEntry("producer.transaction.timeout.ms", 10_000)
                .containsEntry("ensure.explicit.internal.resource.naming", true);
    }

    @Test
    void canBeChangedByConfiguration() {
        var properties = DecidingProperties.of(Naming.CONTEXT, KAFKA, SETTINGS);

        assertThat(properties).containsEntry("security.protocol", "SSL");
    }

    @Test
    void areValidForStreams() {
        var config = new StreamsConfig(DecidingProperties.of(Naming.CONTEXT, KAFKA, SETTINGS));

        assertThat(config.getGlobalConsumerConfigs("test"))
                .containsEntry("isolation.level", "read_committed");
        assertThat(config.getProducerConfigs("test")).containsEntry("linger.ms", 0);
    }
}
