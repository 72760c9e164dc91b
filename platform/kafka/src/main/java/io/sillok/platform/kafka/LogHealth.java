package io.sillok.platform.kafka;

import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/// Whether the log can be read and written now. Thread-safe when the admin client is.
public final class LogHealth {

    /// How it stands.
    public sealed interface State {

        /// Every partition has a leader.
        record Available(Duration took) implements State {}

        /// It answers, but something of it cannot be used.
        ///
        /// @param cause for people
        record Impaired(String cause) implements State {}

        /// It does not answer.
        ///
        /// @param cause for people
        record Unreachable(String cause) implements State {}
    }

    private final Admin admin;
    private final List<String> topics;

    public LogHealth(Admin admin, KafkaSettings settings) {
        this.admin = admin;
        this.topics = Topics.ALL.stream().map((Topic topic) -> settings.nameOf(topic)).toList();
    }

    /// Asks now.
    ///
    /// @param patience after which the log counts as unreachable
    public State check(Duration patience) {
        long begun = System.nanoTime();
        try {
            int millis = Math.toIntExact(patience.toMillis());
            Collection<TopicDescription> found =
                    admin.describeTopics(topics, new DescribeTopicsOptions().timeoutMs(millis))
                            .allTopicNames()
                            .get(millis, TimeUnit.MILLISECONDS)
                            .values();
            return judge(found, Duration.ofNanos(System.nanoTime() - begun));
        } catch (TimeoutException | KafkaException e) {
            return new State.Unreachable("no answer within " + patience.toMillis() + " ms");
        } catch (ExecutionException e) {
            return judge(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new State.Unreachable("interrupted while asking");
        }
    }

    private static State judge(Collection<TopicDescription> found, Duration took) {
        long leaderless =
                found.stream()
                        .flatMap(topic -> topic.partitions().stream())
                        .filter(partition -> partition.leader() == null)
                        .count();
        return leaderless == 0
                ? new State.Available(took)
                : new State.Impaired(leaderless + " partitions have no leader");
    }

    private static State judge(@Nullable Throwable cause) {
        if (cause instanceof UnknownTopicOrPartitionException) {
            return new State.Impaired("a topic is missing");
        }
        return new State.Unreachable("it refused to say how its topics are");
    }
}
