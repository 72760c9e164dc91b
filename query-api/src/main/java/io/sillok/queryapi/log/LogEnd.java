package io.sillok.queryapi.log;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.LogUnavailable;
import io.sillok.schemas.topics.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/// Where some topics end for read-committed readers, at the time of asking. Thread-safe.
public final class LogEnd {

    private final Admin admin;
    private final Duration patience;
    private final Map<TopicPartition, OffsetSpec> places;
    private final Asked<Map<TopicPartition, Long>> asked = new Asked<>(this::request);

    /// Asks nothing yet.
    ///
    /// @param patience after which the log counts as unavailable
    public LogEnd(Admin admin, KafkaSettings settings, List<Topic> topics, Duration patience) {
        this.admin = admin;
        this.patience = patience;
        this.places =
                topics.stream()
                        .flatMap(topic -> partitions(settings, topic))
                        .collect(toUnmodifiableMap(Function.identity(), _ -> OffsetSpec.latest()));
    }

    static Stream<TopicPartition> partitions(KafkaSettings settings, Topic topic) {
        return IntStream.range(0, settings.partitions())
                .mapToObj(partition -> new TopicPartition(settings.nameOf(topic), partition));
    }

    /// The offset after the last committed record (or transaction marker) of every partition.
    ///
    /// @throws LogUnavailable when the log does not answer in time
    public Map<TopicPartition, Long> now() {
        try {
            return asked.ask().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new LogUnavailable("the log does not say where it ends", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailable("interrupted while asking where the log ends", e);
        }
    }

    private CompletionStage<Map<TopicPartition, Long>> request() {
        var options =
                new ListOffsetsOptions(IsolationLevel.READ_COMMITTED)
                        .timeoutMs(Math.toIntExact(patience.toMillis()));
        return admin.listOffsets(places, options)
                .all()
                .toCompletionStage()
                .thenApply(
                        ends ->
                                ends.entrySet().stream()
                                        .collect(
                                                toMap(
                                                        Map.Entry::getKey,
                                                        end -> end.getValue().offset())));
    }
}
