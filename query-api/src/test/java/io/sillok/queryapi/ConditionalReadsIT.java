package io.sillok.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.queryapi.stage.Client;
import io.sillok.queryapi.stage.Client.Answer;
import io.sillok.queryapi.stage.Draft;
import io.sillok.queryapi.stage.Stage;
import io.sillok.queryapi.stage.StageExtension;
import io.sillok.schemas.catalog.Category;
import io.sillok.schemas.catalog.CategoryEvent;
import io.sillok.schemas.catalog.Material;
import io.sillok.schemas.generation.AccountId;
import io.sillok.schemas.generation.AgentId;
import io.sillok.schemas.generation.GenerationId;
import io.sillok.schemas.personal.UserId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every read that there is, asked again by somebody who has its answer already.
@ExtendWith(StageExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConditionalReadsIT {

    private static final String ID = "0190a000-0000-7000-8000-00000000e7a9";
    private static final String TALENT = "0190a000-0000-8000-8000-000000000000";
    private static final String BOOKING = "0190a000-0000-8000-8000-00000000e7a9";

    private static final AccountId ACCOUNT = AccountId.of(UserId.parse(ID));
    private static final String GENERATION =
            GenerationId.of(ACCOUNT, UUID.fromString(ID)).toString();
    private static final String AGENT = AgentId.of(ACCOUNT, UUID.fromString(ID)).toString();

    private static final Map<String, String> IDS =
            Map.of(
                    "id", ID,
                    "talent", TALENT,
                    "booking", BOOKING,
                    "account", ACCOUNT.toString(),
                    "generation", GENERATION,
                    "agent", AGENT);

    private static final List<String> ROWS =
            List.of(
                    """
                    insert into generations_v1 (id, version, owner, kind, streamed, status, attempt,
                                                chunks, forgotten, created_at, updated_at)
                    values (:generation::uuid, 7, :id::uuid, 'code', false, 'requested', 0, 0, false,
                            now(), now())
                    """,
                    """
                    insert into agents_v1 (id, version, owner, name, instructions, removed,
                                           created_at, updated_at)
                    values (:agent::uuid, 7, :id::uuid, '리뷰어', 'Review.', false, now(), now())
                    """,
                    """
                    insert into budgets_v1 (id, version, owner, granted, period_from, period_until,
                                            spent, reservations, created_at, updated_at)
                    values (:account::uuid, 7, :id::uuid, 100, now(), now(), 0, '[]', now(), now())
                    """,
                    """
                    insert into items_v1 (id, version, title, price, currency, owner, removed,
                                          created_at, updated_at)
                    values (:id::uuid, 7, '표', 1000, 'KRW', 'olga', false, now(), now())
                    """,
                    """
                    insert into posts_v1 (id, version, title, content, author, retracted,
                                          created_at, updated_at)
                    values (:id::uuid, 7, '표', '<p>글</p>', 'olga', false, now(), now())
                    """,
                    """
                    insert into talents_v1 (id, version, name, description, price_per_hour,
                                            currency, available, withdrawn, created_at, updated_at)
                    values (:talent::uuid, 7, '김하늘', '설명', 50000, 'KRW', true, false, now(),
                            now())
                    """,
                    """
                    insert into bookings_v1 (id, version, talent_id, booker, start_at, end_at,
                                             price_per_hour, price, currency, status, created_at,
                                             updated_at)
                    values (:booking::uuid, 7, :talent::uuid, 'olga', '2027-01-01T10:00:00Z',
                            '2027-01-01T12:00:00Z', 50000, 100000, 'KRW', 'confirmed', now(),
                            now())
                    """,
                    """
                    insert into users_v1 (id, version, username, roles, active, password_version,
                                          erased, created_at, updated_at)
                    values (:id::uuid, 7, 'olga', '{user}', true, 1, false, now(), now())
                    """,
                    """
                    insert into api_keys_v1 (id, version, owner, name, scopes, expires_at,
                                             created_at, updated_at, digest_version)
                    values (:id::uuid, 1, :id::uuid, 'ci', '{}', now(), now(), now(), 1)
                    """,
                    """
                    insert into erasures_v1 (id, version, status, updated_at)
                    values (:id::uuid, 1, 'under-way', now())
                    """,
                    """
                    insert into commands_v1 (id, subject, actor, outcome, version, taken_at)
                    values (:id::uuid, 'items/' || :id, 'adam', 'accepted', 1, now())
                    """);

    private static final List<String> TABLES =
            List.of("items", "posts", "users", "api_keys", "erasures", "commands");

    private final Stage stage;
    private final Category category;
    private final Material material;

    ConditionalReadsIT(Stage stage) {
        this.stage = stage;
        this.category = stage.library().category("조건 " + UUID.randomUUID());
        this.material = stage.library().material(Draft.titled("조건부 읽기"));
    }

    /// A read.
    ///
    /// @param template as the API's description has it
    /// @param tag what is known of its entity tag: a version, or nothing
    record Read(String template, String path, String tag, boolean isOnesOwn) {

        static Read versioned(String template, String id) {
            return new Read(template, template.replace("{id}", id), "\"7\"", false);
        }

        static Read of(String template, String path) {
            return new Read(template, path, "", false);
        }

        static Read own(String template, String tag) {
            return new Read(template, template, tag, true);
        }
    }

    @BeforeAll
    void fill() {
        stage.library().project();
        stage.library().projector().refresh();
        ROWS.forEach(row -> stage.library().projector().sql(row, IDS));
    }

    @AfterAll
    void empty() {
        var projector = stage.library().projector();
        TABLES.forEach(
                table ->
                        projector.sql(
                                "delete from " + table + "_v1 where id = :id::uuid",
                                Map.of("id", ID)));
        Map.of(
                        "bookings", BOOKING,
                        "talents", TALENT,
                        "generations", GENERATION,
                        "agents", AGENT,
                        "budgets", ACCOUNT.toString())
                .forEach(
                        (table, id) ->
                                projector.sql(
                                        "delete from " + table + "_v1 where id = :id::uuid",
                                        Map.of("id", id)));
    }

    Stream<Read> reads() {
        String file = "/materials/" + material.id();
        return Stream.of(
                Read.of("/categories", "/categories"),
                new Read("/categories/{id}", "/categories/" + category.id(), "\"1\"", false),
                Read.of("/materials", "/materials?sort=title"),
                new Read("/materials/{id}", file, "\"2\"", false),
                Read.of("/materials/{id}/download", file + "/download"),
                Read.of("/materials/{id}/thumbnail", file + "/thumbnail"),
                Read.of("/items", "/items?sort=-price"),
                Read.versioned("/items/{id}", ID),
                Read.of("/posts", "/posts?page=1&size=5"),
                Read.versioned("/posts/{id}", ID),
                Read.of("/models", "/models?skip=0&limit=3"),
                Read.versioned("/models/{id}", TALENT),
                Read.of(
                        "/models/{id}/availability",
                        "/models/"
                                + TALENT
                                + "/availability?from=2027-01-01T00:00:00Z&to=2027-01-02T00:00:00Z"),
                Read.of("/bookings", "/bookings"),
                Read.versioned("/bookings/{id}", BOOKING),
                Read.of("/users", "/users"),
                Read.versioned("/users/{id}", ID),
                Read.of("/users/{id}/erasure", "/users/" + ID + "/erasure"),
                Read.own("/users/me", "\"7\""),
                Read.own("/auth/me", "\"7\""),
                Read.own("/api-keys", ""),
                Read.of("/commands/{id}", "/commands/" + ID),
                Read.own("/history", ""),
                new Read("/generations/{id}", "/generations/" + GENERATION, "\"7\"", true),
                Read.own("/agents", ""),
                new Read("/agents/{id}", "/agents/" + AGENT, "\"7\"", true),
                Read.own("/usage", ""),
                new Read("/budgets/{user_id}", "/budgets/" + ID, "\"7\"", false),
                Read.of("/search", "/search?q=material"),
                Read.of("/search/suggest", "/search/suggest?q=material"));
    }

    @Test
    void areAllThatTheDescriptionNames() {
        var described =
                stage.nobody().outside("/openapi.json").json().path("paths").propertyStream();

        assertThat(reads().map(read -> "/api/v1" + read.template()))
                .containsExactlyInAnyOrderElementsOf(
                        described
                                .filter(path -> path.getValue().has("get"))
                                .map(Map.Entry::getKey)
                                .filter(path -> path.startsWith("/api/v1"))
                                .filter(path -> !path.startsWith("/api/v1/audit"))
                                .filter(path -> !path.endsWith("/stream"))
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("reads")
    void areAnsweredWithAStrongTag(Read read) {
        Answer answer = reader(read).get(read.path());

        assertThat(answer.status()).as(answer::text).isEqualTo(200);
        assertThat(answer.header("ETag")).matches("\"[\\x21\\x23-\\x7e]+\"").contains(read.tag());
        assertThat(answer.header("Cache-Control")).startsWith("private");
        assertThat(reader(read).head(read.path()).header("ETag")).isEqualTo(answer.header("ETag"));
    }

    @ParameterizedTest
    @MethodSource("reads")
    void areNotSentAgain(Read read) {
        String tag = reader(read).get(read.path()).header("ETag");

        for (String known : List.of(tag, "W/" + tag, "\"other\", W/\"0\", " + tag, "*")) {
            Answer again = reader(read).with("If-None-Match", known).get(read.path());

            assertThat(again.status()).as(known).isEqualTo(304);
            assertThat(again.bytes()).isEmpty();
            assertThat(again.header("ETag")).isEqualTo(tag);
            assertThat(again.header("Content-Type")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("reads")
    void areSentToWhoHasSomethingElse(Read read) {
        Client reader = reader(read);

        assertThat(reader.with("If-None-Match", "\"other\", W/\"0\"").get(read.path()).status())
                .isEqualTo(200);
        assertThat(reader.with("If-None-Match", "7").get(read.path()).problem())
                .isEqualTo("E4001 malformed-etag");
    }

    @Test
    void areSentAgainOnceTheyChanged() {
        Category changing = stage.library().category("바뀜 " + UUID.randomUUID());
        stage.library().project();
        Client reader = stage.user("rita");
        String one = "/categories/" + changing.id();
        String list = reader.get("/categories").header("ETag");

        stage.library().tell(changing.id(), new CategoryEvent.Renamed(changing.id(), "바뀐 " + ID));
        stage.library().project();

        assertThat(reader.with("If-None-Match", "\"1\"").get(one).header("ETag"))
                .isEqualTo("\"2\"");
        assertThat(reader.with("If-None-Match", list).get("/categories").status()).isEqualTo(200);
    }

    @Test
    void haveNoTagWhereThereIsNothing() {
        Answer answer = stage.user("rita").with("If-None-Match", "*").get("/items/" + BOOKING);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("ETag")).isEmpty();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    private Client reader(Read read) {
        return read.isOnesOwn() ? stage.coder(ID) : stage.administrator();
    }
}
