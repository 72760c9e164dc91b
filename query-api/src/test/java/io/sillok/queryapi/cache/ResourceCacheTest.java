package io.sillok.queryapi.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ResourceCacheTest {

    private static final UUID ID = new UUID(1, 2);

    private boolean heard = true;
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final ResourceCache<Thing> cache =
            new ResourceCache<>("things", Thing::version, new CacheMetrics(registry), () -> heard);
    private final AtomicInteger reads = new AtomicInteger();
    private Optional<Thing> view = Optional.of(new Thing(1));

    private record Thing(long version) {}

    private Optional<Thing> find() {
        return cache.find(ID, false, this::read);
    }

    private Optional<Thing> read() {
        reads.incrementAndGet();
        return view;
    }

    @Test
    void answersTheSecondReadItself() {
        assertThat(find()).contains(new Thing(1));
        assertThat(find()).contains(new Thing(1));

        assertThat(reads).hasValue(1);
    }

    @Test
    void asksTheViewAgainOnceSomethingHappened() {
        assertThat(find()).contains(new Thing(1));
        view = Optional.of(new Thing(2));

        cache.happened(ID, 2);

        assertThat(find()).contains(new Thing(2));
        assertThat(find()).contains(new Thing(2));
        assertThat(reads).hasValue(2);
    }

    @Test
    void doesNotKeepWhatASlowerViewAnswers() {
        assertThat(find()).contains(new Thing(1));
        cache.happened(ID, 2);
        assertThat(find()).contains(new Thing(1));

        view = Optional.of(new Thing(2));

        assertThat(find()).contains(new Thing(2));
        assertThat(reads).hasValue(3);
    }

    @Test
    void isNotShakenByEventsOfLongAgo() {
        view = Optional.of(new Thing(5));
        assertThat(find()).contains(new Thing(5));

        cache.happened(ID, 5);
        cache.happened(ID, 4);

        assertThat(find()).contains(new Thing(5));
        assertThat(reads).hasValue(1);
    }

    @Test
    void keepsNothingOfWhatIsNotThere() {
        view = Optional.empty();
        assertThat(find()).isEmpty();
        view = Optional.of(new Thing(1));

        assertThat(find()).contains(new Thing(1));
    }

    @Test
    void leavesItToTheViewWhenItHasToBeFresh() {
        assertThat(find()).contains(new Thing(1));
        view = Optional.of(new Thing(2));

        assertThat(cache.find(ID, true, this::read)).contains(new Thing(2));
        assertThat(find()).contains(new Thing(2));
        assertThat(reads).hasValue(2);
    }

    @Test
    void answersNothingItselfWhileEventsAreNotHeard() {
        assertThat(find()).contains(new Thing(1));

        heard = false;

        assertThat(find()).contains(new Thing(1));
        assertThat(reads).hasValue(2);
    }

    @Test
    void countsWhatItSpares() {
        assertThat(find()).isPresent();
        assertThat(find()).isPresent();
        assertThat(find()).isPresent();

        assertThat(count("sillok_cache_hits")).isEqualTo(2);
        assertThat(count("sillok_cache_misses")).isEqualTo(1);
    }

    private double count(String name) {
        return registry.scrape(name::equals).stream()
                .flatMap(metric -> ((CounterSnapshot) metric).getDataPoints().stream())
                .mapToDouble(CounterSnapshot.CounterDataPointSnapshot::getValue)
                .sum();
    }
}
