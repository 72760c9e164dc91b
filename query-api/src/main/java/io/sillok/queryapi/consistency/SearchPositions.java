package io.sillok.queryapi.consistency;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.stores.SchemaFailure;
import io.sillok.platform.stores.Search;
import io.sillok.platform.stores.SearchIndices;
import io.sillok.queryapi.engines.Away;
import io.sillok.queryapi.engines.SearchEngine;
import io.sillok.queryapi.log.Asked;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.opensearch.client.opensearch.core.MgetResponse;
import org.opensearch.client.opensearch.core.mget.MultiGetResponseItem;

/// Where the projections in OpenSearch stand. Thread-safe.
///
/// Positions are read in real time. The documents before them become visible by a refresh, which
/// all who wait for one share.
public final class SearchPositions implements PositionStore {

    private static final List<View> VIEWS = View.in(View.Store.OPENSEARCH);
    private static final Duration VERSION_HOLDS = Duration.ofSeconds(1);

    private final SearchEngine engine;
    private final SearchIndices indices;
    private final KafkaSettings kafka;
    private final Asked<Boolean> refresh;
    private volatile Live live = new Live(Map.of(), System.nanoTime() - VERSION_HOLDS.toNanos());

    public SearchPositions(Search search, KafkaSettings kafka) {
        this.engine = new SearchEngine(search);
        this.indices = new SearchIndices(search);
        this.kafka = kafka;
        this.refresh =
                new Asked<>(
                        () ->
                                CompletableFuture.supplyAsync(
                                        this::refresh, task -> Thread.ofVirtual().start(task)));
    }

    @Override
    public Map<Place, Long> read() {
        return read(VIEWS.stream().flatMap(this::places).collect(toUnmodifiableSet()));
    }

    @Override
    public Map<Place, Long> read(Set<Place> places) {
        Map<String, Integer> versions = versions();
        List<String> ids = places.stream().map(place -> id(place, versions)).toList();
        MgetResponse<Position> found =
                engine.ask(
                        client ->
                                client.mget(
                                        m -> m.index(engine.name("positions")).ids(ids),
                                        Position.class));
        return found.docs().stream()
                .filter(item -> item.isResult() && item.result().found())
                .map(MultiGetResponseItem::result)
                .map(result -> requireNonNull(result.source()))
                .collect(toUnmodifiableMap(Position::place, Position::position));
    }

    @Override
    public void reveal() {
        try {
            refresh.ask().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private boolean refresh() {
        List<String> indices = VIEWS.stream().map(View::index).map(engine::name).toList();
        return engine.ask(
                client -> client.indices().refresh(r -> r.index(indices)).shards().failed() == 0);
    }

    private Stream<Place> places(View view) {
        return view.topics().stream()
                .map(kafka::nameOf)
                .flatMap(
                        topic ->
                                IntStream.range(0, kafka.partitions())
                                        .mapToObj(at -> new TopicPartition(topic, at)))
                .map(partition -> new Place(view.projection(), partition));
    }

    private static String id(Place place, Map<String, Integer> versions) {
        return "%s@v%d|%s|%d"
                .formatted(
                        place.projection(),
                        requireNonNull(versions.get(place.projection())),
                        place.partition().topic(),
                        place.partition().partition());
    }

    /// Asked again every second; a switch happens when both versions stand at the same place.
    private Map<String, Integer> versions() {
        Live known = live;
        boolean isOld = System.nanoTime() - known.nanos() > VERSION_HOLDS.toNanos();
        if (isOld || known.versions().isEmpty()) {
            try {
                known =
                        new Live(
                                VIEWS.stream()
                                        .collect(
                                                toUnmodifiableMap(View::projection, this::version)),
                                System.nanoTime());
                live = known;
            } catch (SchemaFailure e) {
                throw Away.SEARCH.because(e);
            }
        }
        return known.versions();
    }

    private int version(View view) {
        return indices.live(view.index()).orElse(1);
    }

    private record Live(Map<String, Integer> versions, long nanos) {}

    private record Position(String projection, String topic, int partition, long position) {

        Place place() {
            return new Place(projection, new TopicPartition(topic, partition));
        }
    }
}
