package io.sillok.processors.catalog.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.engines.Engines;
import io.sillok.processors.engine.projection.Parking;
import io.sillok.processors.engine.projection.ProjectionRebuild;
import io.sillok.processors.engine.projection.ProjectionStage;
import io.sillok.processors.engine.projection.RowDigest;
import io.sillok.schemas.catalog.ItemEvent;
import io.sillok.schemas.catalog.ItemId;
import io.sillok.schemas.catalog.PostEvent;
import io.sillok.schemas.catalog.PostId;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.money.Money;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/// The views of items and posts on real engines. Every event comes twice.
@TestInstance(Lifecycle.PER_CLASS)
class ItemsAndPostsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> VIEWS =
            List.of("items", "items-search", "posts", "posts-search");

    private Path folder;
    private Engines engines;
    private ProjectionStage stage;

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
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void areWhatTheEventsSay() {
        stage.runAll();

        IntStream.range(0, 80).forEach(this::writeLives);

        awaitAll();
        assertThat(Replay.of(stage.kafka()).ofItems().rows()).isEqualTo(80);
        assertThat(new Parking(stage.postgres()).list()).isEmpty();
    }

    @Test
    void areTheSameWhenBuiltAnew() {
        VIEWS.forEach(stage::run);
        IntStream.range(0, 30).forEach(this::writeLives);
        awaitAll();

        for (String view : VIEWS) {
            ProjectionRebuild<?> rebuild = stage.projection(view).rebuild();
            stage.run(rebuild.begin());
            assertThat(rebuild.compare(PATIENCE))
                    .isInstanceOfSatisfying(
                            ProjectionRebuild.Comparison.Equal.class,
                            equal -> assertThat(equal.both()).isEqualTo(expected(view)));
        }
    }

    @Test
    void areFoundByTheirWordsAndLetters() throws IOException {
        VIEWS.forEach(stage::run);
        stage.events().write(created(1));
        stage.events().write(published(1));
        awaitAll();

        ObjectNode item = document("items", item(1).toString());
        assertThat(item.path("type").asText()).isEqualTo("item");
        assertThat(item.path("initials").asText()).isEqualTo("ㅇㅇㅍ");
        assertThat(item.path("jamo").asText()).isEqualTo("ㅇㅔㅇㅓㅍㅏㅅ 1 ㅇㅔㅇㅓㅍㅏㅅ1");
        assertThat(item.path("price").asText()).isEqualTo("1001");
        ObjectNode post = document("posts", post(1).toString());
        assertThat(post.path("text").asText()).isEqualTo("첫날 <설렘> & 기대");
    }

    @Test
    void leaveATombstoneWhenTheyAreGone() throws IOException {
        VIEWS.forEach(stage::run);
        stage.events().write(List.of(created(1), new ItemEvent.Removed(item(1))));
        stage.events().write(List.of(published(1), new PostEvent.Retracted(post(1))));
        awaitAll();

        for (ObjectNode document :
                List.of(
                        document("items", item(1).toString()),
                        document("posts", post(1).toString()))) {
            assertThat(document.properties())
                    .extracting(Map.Entry::getKey)
                    .containsExactlyInAnyOrder(
                            "id",
                            "version",
                            "type",
                            "withdrawn",
                            "created_at",
                            "updated_at",
                            "state");
            assertThat(document.path("withdrawn").asBoolean()).isTrue();
        }
    }

    private void writeLives(int number) {
        stage.events().write(List.of(created(number), published(number)));
        if (number % 2 == 0) {
            stage.events()
                    .write(
                            new ItemEvent.Changed(
                                    item(number),
                                    "헤드폰 " + number,
                                    Optional.of("중고"),
                                    new Money("12.50", "USD")));
            stage.events().write(new PostEvent.Edited(post(number), "고침", "<p>다시</p>"));
        }
        if (number % 3 == 0) {
            stage.events().write(new ItemEvent.Removed(item(number)));
            stage.events().write(new PostEvent.Retracted(post(number)));
        }
    }

    private void awaitAll() {
        for (String view : VIEWS) {
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .untilAsserted(
                            () ->
                                    assertThat(stage.projection(view).digest())
                                            .as(view)
                                            .isEqualTo(expected(view)));
        }
    }

    private RowDigest expected(String view) {
        Replay replay = Replay.of(stage.kafka());
        return view.startsWith("items") ? replay.ofItems() : replay.ofPosts();
    }

    private ObjectNode document(String index, String id) throws IOException {
        return Optional.ofNullable(
                        stage.search()
                                .client()
                                .get(
                                        g -> g.index(stage.search().name(index)).id(id),
                                        ObjectNode.class)
                                .source())
                .orElseThrow();
    }

    private static ItemId item(int number) {
        return new ItemId(Ids.named("item/" + number));
    }

    private static PostId post(int number) {
        return new PostId(Ids.named("post/" + number));
    }

    private static ItemEvent created(int number) {
        return new ItemEvent.Created(
                item(number),
                "에어팟 " + number,
                Optional.empty(),
                new Money(Integer.toString(1_000 + number), "KRW"),
                "user-" + number % 4);
    }

    private static PostEvent published(int number) {
        return new PostEvent.Published(
                post(number),
                "출근 " + number,
                "<p>첫날 &lt;설렘&gt; &amp; <strong>기대</strong></p>",
                "user-" + number % 4);
    }
}
