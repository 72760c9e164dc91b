package io.sillok.queryapi.stage;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.platform.stores.OpenSearchSettings;
import io.sillok.platform.stores.Search;
import io.sillok.platform.stores.SearchIndices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.opensearch.client.opensearch._types.Refresh;
import org.opensearch.client.opensearch.core.BulkRequest;

/// Second versions of search indices with very many documents, which stand in for the first ones
/// for a while, as they would after a rebuild. Not thread-safe.
public final class StandIns implements AutoCloseable {

    private static final int VERSION = 2;
    private static final int AT_ONCE = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Search search;
    private final SearchIndices indices;
    private final List<String> names;

    private StandIns(Search search, List<String> names) {
        this.search = search;
        this.indices = new SearchIndices(search);
        this.names = List.copyOf(names);
    }

    public static StandIns of(OpenSearchSettings settings, List<String> names) {
        return new StandIns(Search.open(settings, PATIENCE), names);
    }

    /// Makes them, empty.
    public void make() {
        names.forEach(name -> indices.create(name, VERSION));
        names.forEach(name -> refreshEvery(name, "-1"));
    }

    /// Puts one more document into one of them, for searches to see at once.
    public void add(String name, ObjectNode document) {
        String id = document.path("id").asText();
        var _ =
                told(
                        () ->
                                search.client()
                                        .index(
                                                i ->
                                                        i.index(index(name))
                                                                .id(id)
                                                                .document(document)
                                                                .refresh(Refresh.True)));
    }

    /// Puts documents into one of them.
    ///
    /// @param document given numbers from 0; it has an `id`
    public void fill(String name, int count, IntFunction<ObjectNode> document) {
        for (int from = 0; from < count; from += AT_ONCE) {
            BulkRequest.Builder bulk = new BulkRequest.Builder().index(index(name));
            IntStream.range(from, Math.min(count, from + AT_ONCE))
                    .mapToObj(document)
                    .forEach(one -> add(bulk, one));
            send(bulk.build());
        }
    }

    /// Lets searches see them, once they have come to rest.
    public void takeOver() {
        for (String name : names) {
            refreshEvery(name, "1s");
            var _ = told(() -> search.client().indices().refresh(r -> r.index(index(name))));
            Awaitility.await().atMost(PATIENCE).until(() -> !isMerging(name));
            indices.switchTo(name, VERSION);
        }
    }

    /// Lets searches see the first ones again.
    public void leave() {
        for (String name : names) {
            indices.switchTo(name, 1);
            var _ = told(() -> search.client().indices().delete(d -> d.index(index(name))));
        }
    }

    @Override
    public void close() {
        search.close();
    }

    /// Sends it again while the engine has too much to do, as a projection does.
    private void send(BulkRequest bulk) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> !told(() -> search.client().bulk(bulk)).errors());
    }

    private static void add(BulkRequest.Builder bulk, ObjectNode document) {
        String id = document.path("id").asText();
        BulkRequest.Builder _ = bulk.operations(o -> o.index(i -> i.id(id).document(document)));
    }

    private void refreshEvery(String name, String interval) {
        var _ =
                told(
                        () ->
                                search.client()
                                        .indices()
                                        .putSettings(
                                                p ->
                                                        p.index(index(name))
                                                                .settings(
                                                                        s ->
                                                                                s.refreshInterval(
                                                                                        t ->
                                                                                                t
                                                                                                        .time(
                                                                                                                interval)))));
    }

    private boolean isMerging(String name) {
        var stats = told(() -> search.client().indices().stats(s -> s.index(index(name))));
        return requireNonNull(stats.all().primaries().merges()).current() > 0;
    }

    private String index(String name) {
        return indices.index(name, VERSION);
    }

    private static <T> T told(Request<T> request) {
        try {
            return request.send();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A call of the search engine.
    private interface Request<T> {
        T send() throws IOException;
    }
}
