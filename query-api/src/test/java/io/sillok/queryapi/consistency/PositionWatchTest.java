package io.sillok.queryapi.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sillok.platform.web.problems.ProblemException;
import io.sillok.queryapi.engines.Away;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

final class PositionWatchTest {

    private static final TopicPartition FIRST = new TopicPartition("events", 0);
    private static final TopicPartition SECOND = new TopicPartition("events", 1);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final Store store = new Store();
    private final PositionWatch watch = new PositionWatch(store, Duration.ofMillis(1));

    @Test
    void passesWhatWasReachedAlready() {
        store.put(FIRST, 8);
        assertThat(watch.await(goal(FIRST, 8), LONG)).hasValue(0);
    }

    @Test
    void waitsUntilItIsReached() {
        store.put(FIRST, 7);
        var waiting = CompletableFuture.supplyAsync(() -> watch.await(goal(FIRST, 8), LONG));
        Awaitility.await().until(() -> store.looks.get() > 2);
        assertThat(waiting).isNotDone();
        store.put(FIRST, 8);
        assertThat(waiting).succeedsWithin(LONG).isEqualTo(OptionalLong.of(0));
    }

    @Test
    void saysHowFarItIsBehindWhenTheTimeIsOver() {
        store.put(FIRST, 3);
        var goal = new Goal(View.MATERIALS, Map.of(FIRST, 8L, SECOND, 2L));
        assertThat(watch.await(goal, SHORT)).hasValue(7);
    }

    @Test
    void saysNothingOfAStoreThatSaysNothing() {
        store.frozen = new CountDownLatch(1);
        assertThat(watch.await(goal(FIRST, 8), SHORT)).isEmpty();
        store.frozen.countDown();
    }

    @Test
    void passesOnWhatTheStoreThrows() {
        store.away = true;
        assertThatThrownBy(() -> watch.await(goal(FIRST, 8), LONG))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void looksNoMoreWhenNobodyWaits() {
        store.put(FIRST, 1);
        assertThat(watch.await(goal(FIRST, 8), SHORT)).isPresent();
        // the look that was under way may still end
        Awaitility.await().during(Duration.ofMillis(100)).until(new Unchanged(store.looks)::holds);
    }

    @Test
    void sharesItsLooksAmongAllWhoWait() {
        store.put(FIRST, 1);
        var waiting =
                IntStream.range(0, 200)
                        .mapToObj(
                                _ -> {
                                    var passed = new CompletableFuture<OptionalLong>();
                                    Thread.startVirtualThread(
                                            () ->
                                                    passed.complete(
                                                            watch.await(goal(FIRST, 8), LONG)));
                                    return passed;
                                })
                        .toList();
        Awaitility.await().until(() -> store.looks.get() > 5);
        store.put(FIRST, 8);
        waiting.forEach(
                passed -> assertThat(passed).succeedsWithin(LONG).isEqualTo(OptionalLong.of(0)));
        assertThat(store.atOnce.get()).isEqualTo(1);
    }

    private static Goal goal(TopicPartition at, long position) {
        return new Goal(View.MATERIALS, Map.of(at, position));
    }

    private static final class Store implements PositionStore {

        private final Map<Place, Long> positions = new ConcurrentHashMap<>();
        private final AtomicInteger looks = new AtomicInteger();
        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger atOnce = new AtomicInteger();
        private volatile boolean away;
        private volatile CountDownLatch frozen = new CountDownLatch(0);

        void put(TopicPartition at, long position) {
            positions.put(new Place(View.MATERIALS.projection(), at), position);
        }

        @Override
        public Map<Place, Long> read() {
            atOnce.accumulateAndGet(now.incrementAndGet(), Math::max);
            try {
                looks.incrementAndGet();
                frozen.await();
                if (away) {
                    throw Away.DATABASE.problem();
                }
                return Map.copyOf(positions);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                now.decrementAndGet();
            }
        }

        @Override
        public Map<Place, Long> read(Set<Place> places) {
            Map<Place, Long> some = new HashMap<>(read());
            some.keySet().retainAll(places);
            return some;
        }

        @Override
        public void reveal() {}
    }

    private static final class Unchanged {

        private final AtomicInteger number;
        private int before = -1;

        Unchanged(AtomicInteger number) {
            this.number = number;
        }

        boolean holds() {
            int now = number.get();
            boolean same = now == before;
            before = now;
            return same;
        }
    }
}
