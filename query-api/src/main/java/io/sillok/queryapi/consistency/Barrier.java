package io.sillok.queryapi.consistency;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.sillok.platform.kafka.ConsistencyToken;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.LogEpoch;
import io.sillok.platform.kafka.LogPosition;
import io.sillok.platform.kafka.LogUnavailable;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.queryapi.consistency.View.Store;
import io.sillok.queryapi.engines.Away;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;

/// Holds a read back until the view it is answered from has seen what its caller has seen.
/// Thread-safe.
///
/// Sound because a view's position is stored together with its rows, offsets are the order of
/// commits for read-committed readers, and a projection reads whole partitions.
public final class Barrier {

    private static final Duration PERIOD = Duration.ofMillis(5);

    private final KafkaSettings settings;
    private final Duration patience;
    private final Log log;
    private final Map<Store, PositionStore> stores;
    private final Map<Store, PositionWatch> watches;

    /// What the barrier has to know of the log.
    ///
    /// @param epoch which log this is
    /// @param ends where every topic that a view follows ends now
    public record Log(Supplier<LogEpoch> epoch, Supplier<Map<TopicPartition, Long>> ends) {}

    /// A barrier before the views of some stores.
    ///
    /// @param patience after which a read is no longer held back
    public Barrier(
            KafkaSettings settings,
            Duration patience,
            Log log,
            Map<Store, ? extends PositionStore> stores) {
        this.settings = settings;
        this.patience = patience;
        this.log = log;
        this.stores = new EnumMap<>(stores);
        this.watches =
                stores.entrySet().stream()
                        .collect(
                                toUnmodifiableMap(
                                        Map.Entry::getKey,
                                        store -> new PositionWatch(store.getValue(), PERIOD)));
    }

    /// Waits until the view may be read, or the time is over.
    ///
    /// @return how many offsets the view is behind; 0 when it may be read
    /// @throws ProblemException when a token is not of this log, or an engine does not answer
    long pass(Demand demand, View view) {
        long end = System.nanoTime() + patience.toNanos();
        Goal goal = goal(demand, view);
        if (goal.positions().isEmpty()) {
            return 0;
        }
        long lag =
                Objects.requireNonNull(watches.get(view.store()))
                        .await(goal, Duration.ofNanos(end - System.nanoTime()))
                        .orElseThrow(() -> away(view.store()).problem());
        if (lag == 0) {
            Objects.requireNonNull(stores.get(view.store())).reveal();
        }
        return lag;
    }

    private Goal goal(Demand demand, View view) {
        Map<TopicPartition, Long> due = new HashMap<>();
        try {
            demand.tokens().forEach(token -> seen(token, due));
            if (demand.strong()) {
                due.putAll(log.ends().get());
            }
        } catch (LogUnavailable e) {
            throw Away.LOG.because(e);
        }
        Set<String> followed =
                view.topics().stream().map(settings::nameOf).collect(toUnmodifiableSet());
        due.keySet().removeIf(place -> !followed.contains(place.topic()));
        due.values().removeIf(position -> position == 0);
        return new Goal(view, due);
    }

    private void seen(ConsistencyToken token, Map<TopicPartition, Long> due) {
        if (!token.epoch().equals(log.epoch().get())) {
            throw Demand.invalidToken("The token belongs to another log; read without it.");
        }
        for (LogPosition position : token.positions()) {
            if (position.partition() >= settings.partitions()) {
                throw Demand.invalidToken("The token names a partition that does not exist.");
            }
            due.merge(
                    new TopicPartition(position.topic(), position.partition()),
                    position.offset() + 1,
                    Math::max);
        }
    }

    static Away away(Store store) {
        return switch (store) {
            case POSTGRES -> Away.DATABASE;
            case OPENSEARCH -> Away.SEARCH;
        };
    }
}
