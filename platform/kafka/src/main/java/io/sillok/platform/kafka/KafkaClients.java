package io.sillok.platform.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Makes the Kafka clients of the platform. All give up within four seconds, so that a request can
/// be answered within five while the log is away.
///
/// The properties alone are offered too, for who must change one. Thread-safe; each call makes a
/// client that the caller closes.
public final class KafkaClients {

    private static final int GIVES_UP_MILLIS = 4_000;
    private static final int ONE_TRY_MILLIS = 3_000;
    private static final int BLOCKS_MILLIS = 2_000;

    private final KafkaSettings settings;

    public KafkaClients(KafkaSettings settings) {
        this.settings = settings;
    }

    /// A producer that writes each record once, waits for all replicas and never gathers a batch.
    /// Sending blocks for at most two seconds while the log is away.
    public Producer<byte[], byte[]> producer(String clientId) {
        return new KafkaProducer<>(
                producerProperties(clientId), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /// A consumer without a group that sees committed records only. Assign it and seek: where no
    /// position is given or the log no longer has it, it fails instead of guessing.
    public Consumer<byte[], byte[]> consumer(String clientId) {
        return new KafkaConsumer<>(
                consumerProperties(clientId),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    public Admin admin(String clientId) {
        return Admin.create(adminProperties(clientId));
    }

    public Map<String, Object> producerProperties(String clientId) {
        Map<String, Object> properties = common(clientId);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, ONE_TRY_MILLIS);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, GIVES_UP_MILLIS);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCKS_MILLIS);
        properties.putAll(settings.client());
        return properties;
    }

    public Map<String, Object> consumerProperties(String clientId) {
        Map<String, Object> properties = common(clientId);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, ONE_TRY_MILLIS);
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, GIVES_UP_MILLIS);
        properties.putAll(settings.client());
        return properties;
    }

    public Map<String, Object> adminProperties(String clientId) {
        Map<String, Object> properties = common(clientId);
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ONE_TRY_MILLIS);
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, GIVES_UP_MILLIS);
        properties.putAll(settings.client());
        return properties;
    }

    private Map<String, Object> common(String clientId) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        properties.put(CommonClientConfigs.CLIENT_ID_CONFIG, settings.namespace().dotted(clientId));
        properties.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000L);
        properties.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        return properties;
    }
}
