package io.sillok.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sillok.schemas.topics.Namespace;
import io.sillok.schemas.topics.Topics;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;

final class KafkaSettingsTest {

    private static final Namespace ANNALS = new Namespace("annals");

    @Test
    void prefixesEveryTopicWithTheNamespace() {
        var settings = KafkaSettings.single("localhost:9092", ANNALS);

        assertThat(settings.nameOf(Topics.CATALOG_EVENTS)).isEqualTo("annals.catalog.events.v1");
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> KafkaSettings.single(" ", ANNALS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KafkaSettings("a:1", ANNALS, (short) 0, 12, Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KafkaSettings("a:1", ANNALS, (short) 1, 0, Map.of()));
    }

    @Test
    void makesClientsThatConfigurationCanChange() {
        var clients =
                new KafkaClients(
                        new KafkaSettings("a:1", ANNALS, (short) 1, 12, Map.of("linger.ms", "7")));

        assertThat(clients.producerProperties("api"))
                .containsEntry(ProducerConfig.LINGER_MS_CONFIG, "7")
                .containsEntry(ProducerConfig.ACKS_CONFIG, "all")
                .containsEntry(ProducerConfig.CLIENT_ID_CONFIG, "annals.api");
    }

    @Test
    void readsCommittedRecordsOnly() {
        var clients = new KafkaClients(KafkaSettings.single("a:1", ANNALS));

        assertThat(clients.consumerProperties("api"))
                .containsEntry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
                .containsEntry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    }
}
