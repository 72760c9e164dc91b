package io.sillok.processors.engine.work;

import io.sillok.platform.kafka.KafkaClients;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.LogUnavailable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// A share group on the broker: its configuration and its members. Thread-safe.
final class ShareGroup {

    private final WorkSettings settings;
    private final KafkaClients clients;
    private final String name;

    ShareGroup(WorkSettings settings, KafkaSettings kafka) {
        this.settings = settings;
        this.clients = new KafkaClients(kafka);
        this.name = kafka.namespace().dotted(settings.group());
    }

    /// Sets what only the broker can know of a group. Must come before its first use: a group that
    /// starts without it starts at the end of the topic. Repeating it changes nothing.
    ///
    /// @throws LogUnavailable when the log does not answer
    void configure() {
        Map<String, String> wanted =
                Map.of(
                        "share.auto.offset.reset",
                        "earliest",
                        "share.isolation.level",
                        "read_committed",
                        "share.record.lock.duration.ms",
                        Long.toString(settings.lock().toMillis()),
                        "share.delivery.count.limit",
                        Integer.toString(WorkSettings.DELIVERIES));
        List<AlterConfigOp> changes =
                wanted.entrySet().stream()
                        .map(entry -> new ConfigEntry(entry.getKey(), entry.getValue()))
                        .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
                        .toList();
        ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, name);
        try (Admin admin = clients.admin("work-groups")) {
            admin.incrementalAlterConfigs(Map.of(group, changes)).all().get();
        } catch (ExecutionException e) {
            throw new LogUnavailable("the share group could not be configured", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailable("interrupted while a share group was configured", e);
        }
    }

    /// A new member that takes one record at a time. Its figures are not shown to JMX: there may be
    /// hundreds of members, and that is a third of what it costs to open one.
    ShareConsumer<byte[], byte[]> consumer(String clientId) {
        Map<String, Object> properties = clients.consumerProperties(clientId);
        // a share group has its own ways for these
        properties.remove(ConsumerConfig.ISOLATION_LEVEL_CONFIG);
        properties.remove(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG);
        properties.remove(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, name);
        properties.put(ConsumerConfig.SHARE_ACKNOWLEDGEMENT_MODE_CONFIG, "explicit");
        properties.put(ConsumerConfig.SHARE_ACQUIRE_MODE_CONFIG, "record_limit");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        properties.put(ConsumerConfig.METRIC_REPORTER_CLASSES_CONFIG, "");
        return new KafkaShareConsumer<>(
                properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
