package io.sillok.processors.catalog.projection;

import static io.sillok.processors.catalog.projection.Stories.material;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.engines.Engines;
import io.sillok.processors.engine.projection.ParkedRow;
import io.sillok.processors.engine.projection.Parking;
import io.sillok.processors.engine.projection.ProjectionName;
import io.sillok.processors.engine.projection.ProjectionRebuild;
import io.sillok.processors.engine.projection.ProjectionRunner;
import io.sillok.processors.engine.projection.ProjectionStage;
import io.sillok.processors.engine.projection.RowDigest;
import io.sillok.schemas.catalog.MaterialEvent;
import io.sillok.schemas.catalog.Sha256;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.Json;
import io.sillok.schemas.wire.WireRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Projections on real engines. Every event comes twice.
@TestInstance(Lifecycle.PER_CLASS)
class ProjectionsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Path folder;
    private Engines engines;
    private ProjectionStage stage;
    private Stories stories;

    @BeforeAll
    void start(@TempDir Path directory) {
        folder = directory;
        engines = Engines.start(directory.resolve("engines"));
    }

    @AfterAll
    void stop() {
        engines.close();
    }

    @BeforeEach
    void open(TestInfo test) {
        String namespace = "t" + Integer.toHexString(test.getDisplayName().hashCode());
        stage = new ProjectionStage(engines, namespace, folder);
        stories = new Stories(stage.blobs());
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void showWhatTheEventsSay() {
        stage.runAll();
        writeLives(0, 120);
        IntStream.range(0, 6).forEach(n -> stage.events().write(Stories.categoryLife(n)));
        Replay replay = Replay.of(stage.kafka());
        awaitMaterials(replay);
        awaitDigest("categories", replay.ofCategories());
        await().atMost(PATIENCE)
                .until(() -> stage.projection("blob-references").digest().rows() == 120);
        assertThat(parked()).isEmpty();
    }

    @Test
    void standWhereTheLogEndsAlsoBehindTransactionMarkers() {
        stage.runAll();
        writeLives(0, 3);
        await().atMost(PATIENCE).until(stage::isReady);
        Map<String, Long> ends = new LogEnds(stage.kafka()).of(Topics.CATALOG_EVENTS);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(new StoredPositions(stage).inPostgres("materials"))
                                        .isEqualTo(ends));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(new StoredPositions(stage).inOpenSearch())
                                        .isEqualTo(ends));
    }

    @Test
    void goOnAfterPostgresWasKilled() {
        stage.runAll();
        writeLives(0, 30);
        awaitMaterials(Replay.of(stage.kafka()));
        engines.postgres().kill();
        try {
            writeLives(30, 60);
            // search does not need Postgres to go on
            awaitDigest("materials-search", Replay.of(stage.kafka()).ofMaterials());
        } finally {
            engines.postgres().restart();
        }
        writeLives(60, 80);
        awaitMaterials(Replay.of(stage.kafka()));
        await().atMost(PATIENCE).until(stage::isReady);
    }

    @Test
    void goOnAfterOpenSearchWasFrozen() {
        stage.runAll();
        writeLives(0, 10);
        awaitMaterials(Replay.of(stage.kafka()));
        engines.openSearch().pause();
        try {
            writeLives(10, 30);
            awaitDigest("materials", Replay.of(stage.kafka()).ofMaterials());
        } finally {
            engines.openSearch().resume();
        }
        awaitMaterials(Replay.of(stage.kafka()));
    }

    @Test
    void parkARowThatPostgresRefusesWhileOthersFlow() {
        stage.run("materials");
        stage.events()
                .write(
                        List.of(
                                Stories.received(1),
                                Stories.received(2),
                                Stories.edited(1, "a\0b"),
                                Stories.edited(2, "ok")));
        await().atMost(PATIENCE).until(() -> title(2).equals("ok") && parkedRecords(1) == 3);
        assertThat(title(1)).isEqualTo("교육자료 1");
        assertThat(parked().getFirst().reason()).isEqualTo("refused-by-store");

        Parking parking = new Parking(stage.postgres());
        ProjectionName materials = new ProjectionName("materials", 1);
        assertThat(parking.retry(materials, rowOf(1))).isTrue();
        await().atMost(PATIENCE).until(() -> parked().getFirst().requested().isEmpty());
        assertThat(parkedRecords(1)).isEqualTo(3);

        stage.events().write(List.of(Stories.edited(1, "later"), Stories.edited(2, "still flows")));
        await().atMost(PATIENCE).until(() -> parkedRecords(1) == 5);
        await().atMost(PATIENCE).until(() -> title(2).equals("still flows"));
        assertThat(title(1)).isEqualTo("교육자료 1");

        assertThat(parking.skip(materials, rowOf(1))).isTrue();
        await().atMost(PATIENCE).until(() -> parked().isEmpty());
        assertThat(title(1)).isEqualTo("later");

        stage.events().write(Stories.edited(1, "again"));
        await().atMost(PATIENCE).until(() -> title(1).equals("again"));
    }

    @Test
    void parkAMaterialWhoseTextIsMissingUntilItIsThere() throws IOException {
        stage.run("materials-search");
        Sha256 text = sha256("숨은 글");
        stage.events().write(List.of(Stories.received(1), Stories.received(2)));
        stage.events().write(List.of(Stories.cleared(1, text), stories.cleared(2)));
        stage.events().write(Stories.edited(1, "새 제목"));
        await().atMost(PATIENCE)
                .until(() -> parkedRecords(1) == 4 && document(2).path("text").isTextual());
        assertThat(document(1).path("status").asText()).isEqualTo("received");

        assertThat(stories.text("숨은 글")).isEqualTo(text);
        new Parking(stage.postgres()).retry(new ProjectionName("materials-search", 1), rowOf(1));
        await().atMost(PATIENCE).until(() -> parked().isEmpty());
        assertThat(document(1).path("text").asText()).isEqualTo("숨은 글");
        assertThat(document(1).path("title").asText()).isEqualTo("새 제목");
    }

    @Test
    void keepNoMaterialParkedThatIsForgotten() throws IOException {
        stage.run("materials-search");
        stage.events().write(List.of(Stories.received(1), Stories.cleared(1, sha256("gone"))));
        await().atMost(PATIENCE).until(() -> parkedRecords(1) > 0);

        stage.events().write(Stories.forgotten(1));

        awaitDigest("materials-search", Replay.of(stage.kafka()).ofMaterials());
        await().atMost(PATIENCE).until(() -> parked().isEmpty());
        assertThat(document(1).toString()).doesNotContain("교육");
    }

    @Test
    void parkWhatCannotBeDecoded() {
        stage.runAll();
        stage.events().write(List.of(Stories.received(1), Stories.received(2)));
        WireRecord edited = stage.events().seal(Stories.edited(1, "never read"));
        WireRecord broken =
                new WireRecord(
                        edited.key(), edited.headers(), "{".getBytes(StandardCharsets.UTF_8));
        WireRecord garbage =
                new WireRecord("no key of ours", Map.of("ce_type", "\0"), new byte[] {0, -1});
        stage.events().send(Topics.CATALOG_EVENTS, List.of(broken, garbage));
        stage.events().write(Stories.edited(2, "flows"));
        await().atMost(PATIENCE).until(() -> title(2).equals("flows"));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(parked())
                                        .extracting(
                                                row -> row.projection().name() + " " + row.reason())
                                        .containsExactlyInAnyOrder(
                                                "materials malformed-value",
                                                "materials-search malformed-value",
                                                "blob-references malformed-value",
                                                "materials unknown-type",
                                                "materials-search unknown-type",
                                                "blob-references unknown-type",
                                                "categories unknown-type",
                                                "items unknown-type",
                                                "items-search unknown-type",
                                                "posts unknown-type",
                                                "posts-search unknown-type",
                                                "commands unknown-type"));
        assertThat(title(1)).isEqualTo("교육자료 1");
    }

    @Test
    void keepATombstoneOfWhatMustNotBeFound() throws IOException {
        stage.run("materials-search");
        stage.events().write(List.of(Stories.received(1), Stories.received(2)));
        WireRecord cleared = stage.events().seal(stories.cleared(1));
        stage.events().send(Topics.CATALOG_EVENTS, List.of(cleared));
        await().atMost(PATIENCE).until(() -> document(1).path("text").isTextual());
        stage.events().write(Stories.withdrawn(1));
        stage.events().write(new MaterialEvent.FoundInfected(material(2), "Eicar-Test-Signature"));
        await().atMost(PATIENCE).until(() -> document(1).path("withdrawn").asBoolean());
        stage.events().send(Topics.CATALOG_EVENTS, List.of(cleared));
        awaitDigest("materials-search", Replay.of(stage.kafka()).ofMaterials());
        for (int number : List.of(1, 2)) {
            ObjectNode document = document(number);
            assertThat(document.properties())
                    .extracting(Map.Entry::getKey)
                    .containsExactlyInAnyOrder(
                            "id",
                            "version",
                            "type",
                            "status",
                            "withdrawn",
                            "created_at",
                            "updated_at",
                            "state");
        }
    }

    @Test
    void keepNothingOfAMaterialThatIsForgotten() throws IOException {
        stage.runAll();
        stage.events().write(List.of(Stories.received(1), Stories.received(2)));
        stage.events().write(stories.cleared(1));
        await().atMost(PATIENCE).until(() -> document(1).path("text").isTextual());
        stage.events().write(Stories.forgotten(1));
        awaitMaterials(Replay.of(stage.kafka()));
        await().atMost(PATIENCE)
                .until(() -> stage.projection("blob-references").digest().rows() == 1);
        assertThat(document(1).toString()).doesNotContain("교육", "설명", "저자", "신입사원");
        assertThat(document(2).toString()).contains("교육자료 2");
    }

    @Test
    void isTheSameWhenBuiltAnew() {
        stage.run("materials");
        stage.run("materials-search");
        writeLives(0, 60);
        awaitMaterials(Replay.of(stage.kafka()));
        for (String name : List.of("materials", "materials-search")) {
            ProjectionRebuild<?> rebuild = stage.projection(name).rebuild();
            stage.run(rebuild.begin());
            stage.events().write(Stories.edited(8, "while " + name + " is built"));
            assertThat(rebuild.compare(PATIENCE))
                    .isInstanceOfSatisfying(
                            ProjectionRebuild.Comparison.Equal.class,
                            equal ->
                                    assertThat(equal.both())
                                            .isEqualTo(Replay.of(stage.kafka()).ofMaterials()));
            rebuild.switchOver();
            assertThat(stage.projection(name).live()).isEqualTo(new ProjectionName(name, 2));
            stage.events().write(Stories.edited(8, "after the switch"));
            awaitDigest(name, Replay.of(stage.kafka()).ofMaterials());
            rebuild.rollBack();
            assertThat(stage.projection(name).live()).isEqualTo(new ProjectionName(name, 1));
            awaitDigest(name, Replay.of(stage.kafka()).ofMaterials());
        }
    }

    @Test
    void bearTwoRunnersOfTheSameProjection() {
        stage.runAll();
        stage.runAll();
        for (int from = 0; from < 100; from += 10) {
            writeLives(from, from + 10);
        }
        awaitMaterials(Replay.of(stage.kafka()));
    }

    @Test
    void startAfreshAfterAStop() {
        ProjectionRunner first = stage.run("materials");
        writeLives(0, 10);
        awaitDigest("materials", Replay.of(stage.kafka()).ofMaterials());
        first.stop();
        assertThat(first.isReady()).isFalse();
        writeLives(10, 20);
        ProjectionRunner second = stage.run("materials");
        awaitDigest("materials", Replay.of(stage.kafka()).ofMaterials());
        await().atMost(PATIENCE).until(second::isReady);
        assertThat(second.lagSeconds()).isZero();
    }

    private void writeLives(int from, int to) {
        List<List<Object>> lives = IntStream.range(from, to).mapToObj(stories::life).toList();
        int longest = lives.stream().mapToInt(List::size).max().orElse(0);
        for (int step = 0; step < longest; step++) {
            List<Object> events = new ArrayList<>();
            for (List<Object> life : lives) {
                life.stream().skip(step).findFirst().ifPresent(events::add);
            }
            stage.events().write(events);
        }
    }

    private void awaitMaterials(Replay replay) {
        awaitDigest("materials", replay.ofMaterials());
        awaitDigest("materials-search", replay.ofMaterials());
    }

    private void awaitDigest(String projection, RowDigest expected) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(
                        () ->
                                assertThat(stage.projection(projection).digest())
                                        .isEqualTo(expected));
    }

    private List<ParkedRow> parked() {
        return new Parking(stage.postgres()).list();
    }

    private long parkedRecords(int number) {
        return parked().stream()
                .filter(row -> row.row().equals(rowOf(number)))
                .mapToLong(ParkedRow::records)
                .sum();
    }

    private static String rowOf(int number) {
        return material(number).toString();
    }

    private String title(int number) {
        return stage.postgres()
                .jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery("select title from materials where id = :id")
                                        .bind("id", material(number).value())
                                        .mapTo(String.class)
                                        .findOne())
                .orElse("");
    }

    private ObjectNode document(int number) throws IOException {
        ObjectNode source =
                stage.search()
                        .client()
                        .get(
                                g -> g.index(stage.search().name("materials")).id(rowOf(number)),
                                ObjectNode.class)
                        .source();
        return source == null ? Json.object(Map.of()) : source;
    }

    private static Sha256 sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return new Sha256(
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
