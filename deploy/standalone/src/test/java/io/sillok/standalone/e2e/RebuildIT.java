package io.sillok.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.platform.blobs.FileBlobStore;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.stores.OpenSearchSettings;
import io.sillok.platform.stores.Postgres;
import io.sillok.platform.stores.PostgresSettings;
import io.sillok.platform.stores.Search;
import io.sillok.processors.catalog.projection.CatalogProjections;
import io.sillok.processors.engine.projection.ProjectionRebuild.Comparison;
import io.sillok.processors.engine.projection.ProjectionRunner;
import io.sillok.processors.engine.projection.StoredProjection;
import io.sillok.processors.engine.projection.StoredProjection.Surroundings;
import io.sillok.standalone.EngineAddresses;
import io.sillok.standalone.stage.Client;
import io.sillok.standalone.stage.OnEveryEngineHome;
import io.sillok.standalone.stage.Stage;
import io.sillok.standalone.stage.Together;
import io.sillok.standalone.stage.Upload;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A projection made anew from offset 0 is the one that was there, in either store.
@ClassTemplate
@ExtendWith(OnEveryEngineHome.class)
class RebuildIT {

    private static final int MATERIALS = 40;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Stage stage;
    private final Client admin;

    RebuildIT(Stage stage) {
        this.stage = stage;
        this.admin = stage.admin();
    }

    @Test
    void aRebuiltVersionEqualsTheLiveOne() {
        Together.map(IntStream.range(0, MATERIALS), 8, this::story);
        stage.check(List.of());
        EngineAddresses at = stage.addresses();
        try (Postgres postgres = Postgres.open(database(at), "rebuild", 4);
                Search search =
                        Search.open(
                                new OpenSearchSettings(
                                        List.of(at.openSearch()), stage.namespace()))) {
            KafkaSettings kafka = KafkaSettings.single(at.kafka(), stage.namespace());
            Surroundings around = new Surroundings(kafka, postgres, InstantSource.system());
            List<StoredProjection<?>> all = new ArrayList<>(CatalogProjections.inPostgres(around));
            all.addAll(
                    CatalogProjections.inOpenSearch(
                            around, search, FileBlobStore.open(stage.blobs())));

            all.forEach(RebuildIT::rebuild);
        }
        stage.check(List.of());
    }

    private static void rebuild(StoredProjection<?> projection) {
        var rebuild = projection.rebuild();
        try (ProjectionRunner runner = rebuild.begin()) {
            runner.start();
            assertThat(rebuild.compare(PATIENCE))
                    .as("%s", rebuild.next())
                    .isInstanceOf(Comparison.Equal.class);
        }
        rebuild.switchOver();
    }

    /// A material's whole life, in one of several turns.
    private String story(int number) {
        String path =
                "/api/v1/materials/" + admin.upload(Upload.text("m " + number, "w" + number)).id();
        admin.put(path, Client.titled("제목 " + number));
        if (number % 3 == 0) {
            admin.delete(path);
        }
        return path;
    }

    private PostgresSettings database(EngineAddresses at) {
        return new PostgresSettings(
                at.postgresUrl(), at.postgresUser(), at.postgresPassword(), stage.namespace());
    }
}
