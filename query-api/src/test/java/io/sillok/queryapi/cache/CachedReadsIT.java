package io.sillok.queryapi.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.queryapi.stage.Client;
import io.sillok.queryapi.stage.Draft;
import io.sillok.queryapi.stage.Library;
import io.sillok.queryapi.stage.Stage;
import io.sillok.queryapi.stage.StageExtension;
import io.sillok.queryapi.stage.Told;
import io.sillok.schemas.bookings.TalentEvent;
import io.sillok.schemas.bookings.TalentId;
import io.sillok.schemas.catalog.Category;
import io.sillok.schemas.catalog.CategoryEvent;
import io.sillok.schemas.catalog.Extract;
import io.sillok.schemas.catalog.Material;
import io.sillok.schemas.catalog.MaterialEvent;
import io.sillok.schemas.topics.Topics;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StageExtension.class)
final class CachedReadsIT {

    private static final String TALENT =
            """
            insert into talents_v1 (id, version, name, description, price_per_hour, currency, phone,
                                    available, withdrawn, created_at, updated_at)
            values (:id::uuid, 2, '김하늘', '설명', 50000, 'KRW', '010-1234-5678', true, false, now(),
                    now())
            """;

    private final Stage stage;
    private final Library library;
    private final Client reader;
    private final Client owner;

    CachedReadsIT(Stage stage) {
        this.stage = stage;
        library = stage.library();
        reader = stage.user("rita");
        owner = stage.user("olga");
    }

    @Test
    void areSparedWhileNothingHappens() {
        Category category = library.category("아낌 " + UUID.randomUUID());
        library.project();

        requireKept("categories", "/categories/" + category.id());
    }

    @Test
    void areReadAnewOnceSomethingHappened() {
        Category category = library.category("전 " + UUID.randomUUID());
        library.project();
        String path = "/categories/" + category.id();
        requireKept("categories", path);

        rename(category, "후");
        library.project();

        Awaitility.await().untilAsserted(() -> assertThat(name(reader, path)).isEqualTo("후"));
    }

    @Test
    void areNotKeptWhileTheViewIsBehind() {
        Category category = library.category("뒤 " + UUID.randomUUID());
        library.project();
        String path = "/categories/" + category.id();
        requireKept("categories", path);

        rename(category, "앞");
        Awaitility.await()
                .untilAsserted(
                        () -> {
                            double before = count("misses", "categories");
                            assertThat(name(reader, path)).isEqualTo(category.name());
                            assertThat(name(reader, path)).isEqualTo(category.name());
                            assertThat(count("misses", "categories")).isEqualTo(before + 2);
                        });
        library.project();

        assertThat(name(reader, path)).isEqualTo("앞");
    }

    @Test
    void areNeverOlderThanATokenSays() {
        Category category = library.category("표 " + UUID.randomUUID());
        library.project();
        String path = "/categories/" + category.id();
        for (int i = 0; i < 25; i++) {
            requireAnswer(path);
            rename(category, "이름 " + i);
            library.project();
            Client withToken = reader.with("Consistency-Token", library.token());

            assertThat(name(withToken, path)).isEqualTo("이름 " + i);
            assertThat(name(reader, path)).isEqualTo("이름 " + i);
        }
    }

    @Test
    void showEachWhatTheyMaySee() {
        Material material = library.received(Draft.titled("아직 아무도 모르는 자료"));
        library.project();
        String path = "/materials/" + material.id();
        requireKept("materials", path, owner);

        assertThat(reader.get(path).status()).isEqualTo(404);
        library.tell(
                material.id(),
                new MaterialEvent.Cleared(material.id(), Extract.NOTHING, Optional.empty()));
        library.project();

        Awaitility.await()
                .untilAsserted(() -> assertThat(reader.get(path).status()).isEqualTo(200));
    }

    @Test
    void endWhenATalentLeaves() {
        TalentId talent = TalentId.of(UUID.randomUUID());
        library.projector().sql(TALENT, Map.of("id", talent.toString()));
        String path = "/models/" + talent;
        requireKept("models", path);
        assertThat(reader.get(path).json().has("phone")).isFalse();
        assertThat(stage.administrator().get(path).json().path("phone").asText())
                .isEqualTo("010-1234-5678");

        for (int sequence = 1; sequence <= 3; sequence++) {
            tell(talent);
        }
        library.projector()
                .sql(
                        "update talents_v1 set withdrawn = true, version = 3 where id = :id::uuid",
                        Map.of("id", talent.toString()));

        Awaitility.await()
                .untilAsserted(() -> assertThat(reader.get(path).status()).isEqualTo(404));
    }

    private void tell(TalentId talent) {
        var event = new TalentEvent.Withdrawn(talent);
        var cause = Told.command(talent.key(), talent.subject(), "adam", Told.THEN, event);
        var _ = library.ledger().append(Topics.BOOKINGS_EVENTS, cause, talent.subject(), event);
    }

    private void rename(Category category, String name) {
        library.tell(category.id(), new CategoryEvent.Renamed(category.id(), name));
    }

    private void requireKept(String cache, String path) {
        requireKept(cache, path, reader);
    }

    private void requireKept(String cache, String path, Client client) {
        Awaitility.await()
                .untilAsserted(
                        () -> {
                            double before = count("hits", cache);
                            assertThat(client.get(path).status()).isEqualTo(200);
                            assertThat(count("hits", cache)).isEqualTo(before + 1);
                        });
    }

    private void requireAnswer(String path) {
        assertThat(reader.get(path).status()).isEqualTo(200);
    }

    private double count(String what, String cache) {
        return stage.nobody()
                .outside("/metrics")
                .text()
                .lines()
                .filter(
                        line ->
                                line.startsWith(
                                        "sillok_cache_%s_total{cache=\"%s\"}"
                                                .formatted(what, cache)))
                .mapToDouble(line -> Double.parseDouble(line.split(" ", -1)[1]))
                .sum();
    }

    private static String name(Client client, String path) {
        return client.get(path).json().path("name").asText();
    }
}
