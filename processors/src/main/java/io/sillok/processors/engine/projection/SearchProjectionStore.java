package io.sillok.processors.engine.projection;

import io.sillok.platform.stores.Postgres;
import io.sillok.platform.stores.Search;
import io.sillok.platform.stores.SearchIndices;
import io.sillok.schemas.topics.Namespace;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.TopicPartition;

/// A projection in OpenSearch: documents first, then what is parked (in Postgres), positions last.
/// After a crash in between the same records come again, and change nothing.
///
/// Postgres is needed only when something is or has to be parked, and when a runner starts.
final class SearchProjectionStore<S> implements ProjectionStore<S>, ProjectionStore.Unit<S> {

    private final Search search;
    private final Postgres postgres;
    private final ProjectionName name;
    private final String index;
    private final SearchIndices indices;
    private final SearchRows<S> rows;
    private final SearchPositions positions;
    private final ParkedTable parked;

    /// @param index without namespace and version: `materials`
    SearchProjectionStore(
            Search search,
            Postgres postgres,
            Namespace namespace,
            ProjectionName name,
            String index,
            SearchDocuments<S> documents,
            InstantSource clock) {
        this.search = search;
        this.postgres = postgres;
        this.name = name;
        this.index = index;
        this.indices = new SearchIndices(search);
        this.rows = new SearchRows<>(search, indices.index(index, name.version()), documents);
        this.positions = new SearchPositions(search, name);
        this.parked = new ParkedTable(name, namespace, clock);
    }

    @Override
    public ProjectionName name() {
        return name;
    }

    @Override
    public Map<TopicPartition, Long> begin(Map<TopicPartition, Long> beginnings) {
        return positions.begin(beginnings);
    }

    @Override
    public Set<String> parkedRows() {
        return postgres.jdbi().withHandle(parked::rows);
    }

    @Override
    public List<Reconsider> reconsider() {
        return postgres.jdbi().withHandle(parked::reconsider);
    }

    @Override
    public Map<TopicPartition, Long> positions() {
        return positions.refreshed();
    }

    @Override
    public RowDigest digest() {
        SearchScan scan = new SearchScan(search, rows.index(), "state");
        scan.refresh();
        Stream<S> all =
                StreamSupport.stream(
                                Spliterators.spliteratorUnknownSize(scan, Spliterator.ORDERED),
                                false)
                        .map(rows::row);
        return RowDigest.of(all);
    }

    @Override
    public void create(ProjectionName pattern) {
        indices.create(index, name.version());
    }

    @Override
    public void makeLive() {
        indices.switchTo(index, name.version());
    }

    @Override
    public void perform(Consumer<Unit<S>> work) {
        work.accept(this);
    }

    /// Costs no request: a position is written only if it is still the one that was read.
    @Override
    public void expect(Advance advance) {
        if (!positions.current().equals(advance.from())) {
            throw new PositionConflict(name);
        }
    }

    @Override
    public Map<String, S> load(Set<String> ids) {
        return rows.load(ids);
    }

    @Override
    public Map<String, String> save(Map<String, S> changed) {
        return rows.save(changed);
    }

    @Override
    public List<ParkedRecord> parked(String row) {
        return postgres.jdbi().withHandle(handle -> parked.records(handle, row));
    }

    @Override
    public void park(List<ParkedRecord> records) {
        if (!records.isEmpty()) {
            postgres.jdbi().useTransaction(handle -> parked.insert(handle, records));
        }
    }

    @Override
    public void repark(String row, List<ParkedRecord> still) {
        postgres.jdbi().useTransaction(handle -> parked.replace(handle, row, still));
    }

    @Override
    public void advance(Advance advance) {
        positions.advance(advance.to());
    }
}
