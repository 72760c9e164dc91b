package io.sillok.queryapi.consistency;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.opensearch.client.opensearch.core.MgetResponse;
import org.opensearch.client.opensearch.core.mget.MultiGetResponseItem;

/// Where the projection in OpenSearch stands. Thread-safe.
///
/// Positions are read in real time. The documents before them become visible by a refresh, which
/// all who wait for one share.
public final class SearchPositions implements PositionStore {

    private static final View VIEW = View.MATERIALS_SEARCH;
    private static final String INDEX = "materials";
    private static final Duration VERSION_HOLDS = Duration.ofSeconds(1);

    private final SearchEngine engine;
    private final SearchIndices indices;
    private final List<TopicPartition> partitions;
    private final Asked<Boolean> refresh;
    private volatile Live live = new Live(0, System.nanoTime() - VERSION_HOLDS.toNanos());

    public SearchPositions(Search search, KafkaSettings kafka) {
        this.engine = new SearchEngine(search);
        this.indices = new SearchIndices(search);
        this.partitions =
                VIEW.topics().stream()
                        .map(kafka::nameOf)
                        .flatMap(
                                topic ->
                                        IntStream.range(0, kafka.partitions())
                                                .mapToObj(p -> new TopicPartition(topic, p)))
                        .toList();
        this.refresh =
                new Asked<>(
                        () ->
                                CompletableFuture.supplyAsync(
                                        this::refresh, task -> Thread.ofVirtual().start(task)));
    }

    @Override
    public Map<Place, Long> read() {
        List<String> ids = partitions.stream().map(at -> id(version(), at)).toList();
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
        return engine.ask(
                client ->
                        client.indices().refresh(r -> r.index(engine.name(INDEX))).shards().failed()
                                == 0);
    }

    private static String id(int version, TopicPartition at) {
        return VIEW.projection() + "@v" + version + "|" + at.topic() + "|" + at.partition();
    }

    /// Asked again every second; a switch happens when both versions stand at the same place.
    private int version() {
        Live known = live;
        if (System.nanoTime() - known.nanos() > VERSION_HOLDS.toNanos()) {
            try {
                known = new Live(indices.live(INDEX).orElse(1), System.nanoTime());
                live = known;
            } catch (SchemaFailure e) {
                throw Away.SEARCH.because(e);
            }
        }
        return known.version();
    }

    private record Live(int version, long nanos) {}

    private record Position(String projection, String topic, int partition, long position) {

        Place place() {
            return new Place(projection, new TopicPartition(topic, partition));
        }
    }
}
