package io.sillok.platform.kafka;

import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the topics of [Topics] into being and checks that the log suits them. Several services
/// may do so at the same time, any number of times. What exists is never changed.
public final class TopicProvisioning {

    private static final Logger log = LoggerFactory.getLogger(TopicProvisioning.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final short TRANSACTION_VERSION = 2;

    private final Admin admin;
    private final KafkaSettings settings;

    private TopicProvisioning(Admin admin, KafkaSettings settings) {
        this.admin = admin;
        this.settings = settings;
    }

    /// Returns when every topic exists with the right number of partitions, each with a leader.
    ///
    /// @throws ProvisioningFailure when the log is not as it must be
    /// @throws LogUnavailable when the log does not answer
    public static void provision(KafkaSettings settings) {
        try (Admin admin = new KafkaClients(settings).admin("provisioning")) {
            new TopicProvisioning(admin, settings).run();
        }
    }

    private void run() {
        requireTransactions();
        Set<String> existing = get(admin.listTopics().names());
        List<Topic> missing =
                Topics.ALL.stream()
                        .filter(topic -> !existing.contains(settings.nameOf(topic)))
                        .toList();
        create(missing);
        verify();
    }

    private void requireTransactions() {
        FinalizedVersionRange range =
                get(admin.describeFeatures().featureMetadata())
                        .finalizedFeatures()
                        .get("transaction.version");
        if (range == null || range.maxVersionLevel() < TRANSACTION_VERSION) {
            throw new ProvisioningFailure(
                    "the Kafka cluster must have the feature transaction.version="
                            + TRANSACTION_VERSION
                            + ": upgrade it with kafka-features.sh");
        }
    }

    private void create(List<Topic> missing) {
        admin.createTopics(missing.stream().map(this::describe).toList())
                .values()
                .forEach(this::await);
    }

    private NewTopic describe(Topic topic) {
        Map<String, String> config = new HashMap<>(topic.config());
        config.put(
                TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                Integer.toString(Math.max(1, settings.replication() - 1)));
        return new NewTopic(
                        settings.nameOf(topic),
                        topic.partitions(settings.partitions()),
                        settings.replication())
                .configs(config);
    }

    private void await(String topic, KafkaFuture<Void> created) {
        try {
            get(created);
            log.atInfo().addKeyValue("topic", topic).log("topic created");
        } catch (TopicExistsException e) {
            log.atDebug().addKeyValue("topic", topic).log("topic was created by another");
        }
    }

    private void verify() {
        List<String> names = Topics.ALL.stream().map(settings::nameOf).toList();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<Map<String, TopicDescription>> found = find(names);
            found.ifPresent(this::requirePartitions);
            if (found.filter(TopicProvisioning::isServed).isPresent()) {
                return;
            }
            if (System.nanoTime() > end) {
                throw new ProvisioningFailure(
                        "the topics have no leaders yet: are all brokers of the cluster running?");
            }
            pause();
        }
    }

    private Optional<Map<String, TopicDescription>> find(List<String> names) {
        try {
            return Optional.of(get(admin.describeTopics(names).allTopicNames()));
        } catch (UnknownTopicOrPartitionException e) {
            return Optional.empty();
        }
    }

    private void requirePartitions(Map<String, TopicDescription> found) {
        for (Topic topic : Topics.ALL) {
            TopicDescription description = found.get(settings.nameOf(topic));
            if (description != null && topic.isOrdered()) {
                requirePartitions(description, topic.partitions(settings.partitions()));
            }
        }
    }

    private static void requirePartitions(TopicDescription topic, int wanted) {
        int partitions = topic.partitions().size();
        if (partitions != wanted) {
            throw new ProvisioningFailure(
                    "topic "
                            + topic.name()
                            + " has "
                            + partitions
                            + " partitions, but "
                            + wanted
                            + " are configured: the number is for ever, so configure "
                            + partitions
                            + " or use another namespace");
        }
    }

    private static boolean isServed(Map<String, TopicDescription> topics) {
        return topics.values().stream()
                .flatMap(topic -> topic.partitions().stream())
                .allMatch(partition -> partition.leader() != null);
    }

    private static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } catch (TimeoutException e) {
            throw new LogUnavailable("the log does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailable("interrupted while provisioning", e);
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable cause) {
        return switch (cause) {
            case UnknownTopicOrPartitionException e -> e;
            case TopicExistsException e -> e;
            case RetriableException e -> new LogUnavailable("the log does not answer", e);
            case KafkaException e -> new ProvisioningFailure("Kafka refused: " + e.getMessage());
            case null, default -> new IllegalStateException("the log was asked wrongly", cause);
        };
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailable("interrupted while provisioning", e);
        }
    }
}
