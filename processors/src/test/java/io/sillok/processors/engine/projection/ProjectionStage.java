package io.sillok.processors.engine.projection;

import io.sillok.engines.Engines;
import io.sillok.platform.blobs.BlobStore;
import io.sillok.platform.blobs.FileBlobStore;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.TopicProvisioning;
import io.sillok.platform.stores.OpenSearchSettings;
import io.sillok.platform.stores.Postgres;
import io.sillok.platform.stores.PostgresSettings;
import io.sillok.platform.stores.ReadModelSchema;
import io.sillok.platform.stores.Search;
import io.sillok.platform.stores.SearchIndices;
import io.sillok.platform.testkit.personal.Keyring;
import io.sillok.processors.catalog.projection.CatalogProjections;
import io.sillok.processors.engine.projection.StoredProjection.Surroundings;
import io.sillok.processors.identity.projection.IdentityProjections;
import io.sillok.processors.operations.OperationsProjections;
import io.sillok.schemas.topics.Namespace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Everything a projection needs, in a namespace of its own on shared engines.
public final class ProjectionStage implements AutoCloseable {

    private static final int PARTITIONS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final KafkaSettings kafka;
    private final Postgres postgres;
    private final Search search;
    private final BlobStore blobs;
    private final EventWriter events;
    private final Keyring keys = new Keyring();
    private final List<ProjectionRunner> runners = new ArrayList<>();

    public ProjectionStage(Engines engines, String namespace, Path folder) {
        Namespace name = new Namespace(namespace);
        this.kafka =
                new KafkaSettings(
                        engines.kafka().bootstrapServers(), name, (short) 1, PARTITIONS, Map.of());
        PostgresSettings settings =
                new PostgresSettings(
                        engines.postgres().jdbcUrl(),
                        engines.postgres().user(),
                        engines.postgres().password(),
                        name);
        TopicProvisioning.provision(kafka);
        ReadModelSchema.migrate(settings);
        this.postgres = Postgres.open(settings, "test", 10, PATIENCE);
        this.search =
                Search.open(
                        new OpenSearchSettings(List.of(engines.openSearch().url()), name),
                        PATIENCE);
        new SearchIndices(search).migrate();
        this.blobs = FileBlobStore.open(folder.resolve(namespace));
        this.events = new EventWriter(kafka);
    }

    public KafkaSettings kafka() {
        return kafka;
    }

    public Postgres postgres() {
        return postgres;
    }

    public Search search() {
        return search;
    }

    public BlobStore blobs() {
        return blobs;
    }

    /// The keys of persons.
    public Keyring keys() {
        return keys;
    }

    public EventWriter events() {
        return events;
    }

    /// Every projection there is.
    public List<StoredProjection<?>> projections() {
        Surroundings around = new Surroundings(kafka, postgres, InstantSource.system());
        return Stream.of(
                        CatalogProjections.inPostgres(around),
                        IdentityProjections.inPostgres(around, keys),
                        OperationsProjections.inPostgres(around),
                        CatalogProjections.inOpenSearch(around, search, blobs))
                .flatMap(List::stream)
                .toList();
    }

    public StoredProjection<?> projection(String name) {
        return projections().stream()
                .filter(projection -> projection.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// Starts a runner, which is stopped when the stage is closed.
    public ProjectionRunner run(ProjectionRunner runner) {
        runners.add(runner);
        runner.start();
        return runner;
    }

    public ProjectionRunner run(String projection) {
        return run(projection(projection).runner());
    }

    public void runAll() {
        projections().forEach(projection -> run(projection.runner()));
    }

    public boolean isReady() {
        return runners.stream().allMatch(ProjectionRunner::isReady);
    }

    @Override
    public void close() {
        runners.forEach(ProjectionRunner::stop);
        events.close();
        search.close();
        postgres.close();
    }
}
