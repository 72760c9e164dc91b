package io.sillok.platform.kafka;

import io.sillok.schemas.topics.Namespace;
import io.sillok.schemas.topics.Topic;
import java.util.Map;

/// How to reach the log and how its topics are laid out.
///
/// @param bootstrapServers `host:port`, several separated by commas
/// @param replication copies of each partition; 3 in a cluster, 1 on one machine
/// @param partitions of every topic, for ever
/// @param client further properties of every Kafka client, for example for TLS and SASL; they win
///   over what the platform sets
public record KafkaSettings(
        String bootstrapServers,
        Namespace namespace,
        short replication,
        int partitions,
        Map<String, String> client) {

    public static final int USUAL_PARTITIONS = 12;

    public KafkaSettings {
        if (bootstrapServers.isBlank()) {
            throw new IllegalArgumentException("bootstrap servers are needed");
        }
        if (replication < 1 || partitions < 1) {
            throw new IllegalArgumentException("replication and partitions are at least 1");
        }
        client = Map.copyOf(client);
    }

    /// One broker: a single copy of the usual number of partitions.
    public static KafkaSettings single(String bootstrapServers, Namespace namespace) {
        return new KafkaSettings(
                bootstrapServers, namespace, (short) 1, USUAL_PARTITIONS, Map.of());
    }

    /// The name that a topic has in this installation.
    public String nameOf(Topic topic) {
        return topic.in(namespace);
    }
}
