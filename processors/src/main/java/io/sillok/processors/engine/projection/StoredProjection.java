package io.sillok.processors.engine.projection;

import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.stores.Postgres;
import io.sillok.platform.stores.Search;
import io.sillok.platform.stores.SearchIndices;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;

/// A projection together with the store it is kept in: what runners and rebuilds are made of.
/// Thread-safe.
///
/// @param <S> a row
public final class StoredProjection<S> {

    private final KafkaSettings kafka;
    private final InstantSource clock;
    private final Projection<S> projection;
    private final Function<ProjectionName, ProjectionStore<S>> stores;
    private final Supplier<Integer> live;

    private StoredProjection(
            Surroundings surroundings,
            Projection<S> projection,
            Function<ProjectionName, ProjectionStore<S>> stores,
            Supplier<Integer> live) {
        this.kafka = surroundings.kafka();
        this.clock = surroundings.clock();
        this.projection = projection;
        this.stores = stores;
        this.live = live;
    }

    /// What every projection needs.
    ///
    /// @param postgres keeps rows, and what is parked of all projections
    /// @param clock tells how far behind a projection is
    public record Surroundings(KafkaSettings kafka, Postgres postgres, InstantSource clock) {}

    /// A projection whose rows are in a table.
    ///
    /// @param rows the SQL of one version's table
    public static <S> StoredProjection<S> inPostgres(
            Surroundings surroundings,
            Projection<S> projection,
            Function<ProjectionName, PostgresRows<S>> rows) {
        Postgres postgres = surroundings.postgres();
        return new StoredProjection<>(
                surroundings,
                projection,
                name ->
                        new PostgresProjectionStore<>(
                                postgres,
                                surroundings.kafka().namespace(),
                                name,
                                rows.apply(name),
                                surroundings.clock()),
                () -> LiveVersions.of(postgres, projection.name()));
    }

    /// A projection whose rows are documents.
    ///
    /// @param index of the contract, without namespace and version
    public static <S> StoredProjection<S> inOpenSearch(
            Surroundings surroundings,
            Search search,
            Projection<S> projection,
            String index,
            SearchDocuments<S> documents) {
        return new StoredProjection<>(
                surroundings,
                projection,
                name ->
                        new SearchProjectionStore<>(
                                search,
                                surroundings.postgres(),
                                surroundings.kafka().namespace(),
                                name,
                                index,
                                documents,
                                surroundings.clock()),
                () ->
                        new SearchIndices(search)
                                .live(index)
                                .orElseThrow(() -> new IllegalStateException("no index " + index)));
    }

    /// Without the version.
    public String name() {
        return projection.name();
    }

    /// The version that readers see.
    public ProjectionName live() {
        return new ProjectionName(projection.name(), live.get());
    }

    /// What the rows of the version that readers see come to. Meaningful when nothing is written
    /// meanwhile.
    public RowDigest digest() {
        return store(live()).digest();
    }

    /// A runner of the version that readers see whenever it starts or starts anew.
    public ProjectionRunner runner() {
        return runner(this::live);
    }

    /// A rebuild of the version that readers see now.
    public ProjectionRebuild<S> rebuild() {
        return new ProjectionRebuild<>(this, live());
    }

    ProjectionRunner runner(Supplier<ProjectionName> version) {
        return new ProjectionRunner(
                projection.name(), this::openLog, () -> writer(version.get()), clock);
    }

    ProjectionWriter<S> writer(ProjectionName version) {
        return new ProjectionWriter<>(projection, store(version));
    }

    ProjectionStore<S> store(ProjectionName version) {
        return stores.apply(version);
    }

    LogTail openLog() {
        return LogTail.open(kafka, "projection-" + projection.name(), projection.topics());
    }
}
