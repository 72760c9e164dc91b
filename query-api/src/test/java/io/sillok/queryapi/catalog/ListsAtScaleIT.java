package io.sillok.queryapi.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.platform.stores.Postgres;
import io.sillok.queryapi.engines.ReadModel;
import io.sillok.queryapi.stage.Client;
import io.sillok.queryapi.stage.Stage;
import io.sillok.queryapi.stage.StageExtension;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Lists of 200,000 items and 50,000 posts: how they are read, and how long that takes. With
/// `-Dsillok.scale=10` ten times as many.
@ExtendWith(StageExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ListsAtScaleIT {

    private static final int SCALE = Integer.getInteger("sillok.scale", 1);
    private static final int ITEMS = 200_000 * SCALE;
    private static final int POSTS = 50_000 * SCALE;
    private static final int CALLS = 200;

    private static final String FILL_ITEMS =
            """
            insert into items_v1 (id, version, title, description, price, currency, owner, removed,
                                  created_at, updated_at)
            select md5('item' || n)::uuid, 1,
                   (array['노트북', '무선 이어폰', '자전거', '의자', '카메라'])[1 + n % 5] || ' ' || n,
                   case when n % 3 = 0 then '중고 ' || md5(n::text) end,
                   1000 + (n::bigint * 7919) % 1000000,
                   case when n % 20 = 0 then 'USD' else 'KRW' end,
                   'seller-' || n % 5000, n % 50 = 0,
                   timestamptz '2025-01-01' + n * interval '1 second',
                   timestamptz '2025-06-01' + (n::bigint * 104729) % 1000000 * interval '1 second'
            from generate_series(1, :count) as n
            """;

    private static final String FILL_POSTS =
            """
            insert into posts_v1 (id, version, title, content, author, retracted, created_at,
                                  updated_at)
            select md5('post' || n)::uuid, 1,
                   (array['출근 후기', '점심 맛집', '여행 일정', '독서 기록'])[1 + n % 4] || ' ' || n,
                   repeat('<p>글 ' || n || '</p>', 20), 'author-' || n % 1000, n % 50 = 0,
                   timestamptz '2025-01-01' + n * interval '1 second',
                   timestamptz '2025-06-01' + (n::bigint * 104729) % 1000000 * interval '1 second'
            from generate_series(1, :count) as n
            """;

    private final Stage stage;
    private final Client reader;

    ListsAtScaleIT(Stage stage) {
        this.stage = stage;
        this.reader = stage.user("rita");
    }

    @BeforeAll
    void fill() {
        try (Postgres postgres = patient()) {
            postgres.jdbi()
                    .useHandle(
                            handle -> {
                                fill(handle, FILL_ITEMS, ITEMS);
                                fill(handle, FILL_POSTS, POSTS);
                                int _ = handle.execute("vacuum analyze items_v1, posts_v1");
                            });
        }
    }

    @AfterAll
    void empty() {
        try (Postgres postgres = patient()) {
            postgres.jdbi()
                    .useHandle(
                            handle -> {
                                int _ = handle.execute("truncate items_v1, posts_v1");
                            });
        }
    }

    /// What people ask of a list: filters, orders, places deep in it.
    static Stream<Map<String, String>> asked() {
        Stream<Map<String, String>> orders =
                ItemQueries.ORDERS.words().stream().map(word -> Map.of("sort", word));
        return Stream.concat(
                orders,
                Stream.of(
                        Map.of(),
                        Map.of("owner", "seller-42"),
                        Map.of("owner", "seller-42", "sort", "price"),
                        Map.of("owner", "nobody"),
                        Map.of("min_price", "1000", "max_price", "1500"),
                        Map.of("min_price", "500000"),
                        Map.of("min_price", "1000", "max_price", "1500", "sort", "price"),
                        Map.of("currency", "USD"),
                        Map.of("search", "노트북 777"),
                        Map.of("search", "없는말"),
                        Map.of("search", "이어폰", "sort", "title"),
                        Map.of("from", "2025-01-02T00:00:00Z", "to", "2025-01-02T01:00:00Z"),
                        Map.of("from", "2025-01-02T00:00:00Z", "sort", "title"),
                        Map.of("skip", "5000")));
    }

    @ParameterizedTest
    @MethodSource("asked")
    void neverScanAWholeTableOfItems(Map<String, String> asked) {
        var first = ItemQueries.asked(parameters(asked));
        assertThat(plansOf(readModel -> new ItemQueries(readModel).list(first)))
                .allSatisfy(plan -> assertThat(plan).doesNotContain("Seq Scan"));

        Client.Answer part = reader.get("/items", flat(asked));
        assertThat(part.status()).isEqualTo(200);
        part.cursor()
                .ifPresent(
                        cursor -> {
                            var next = ItemQueries.asked(parameters(asked, "cursor", cursor));
                            assertThat(plansOf(readModel -> new ItemQueries(readModel).list(next)))
                                    .hasSize(1)
                                    .allSatisfy(
                                            plan -> assertThat(plan).doesNotContain("Seq Scan"));
                        });
    }

    @ParameterizedTest
    @MethodSource("askedOfPosts")
    void neverScanAWholeTableOfPosts(Map<String, String> asked) {
        var query = PostQueries.asked(parameters(asked));

        assertThat(plansOf(readModel -> new PostQueries(readModel).list(query)))
                .allSatisfy(plan -> assertThat(plan).doesNotContain("Seq Scan"));
    }

    static Stream<Map<String, String>> askedOfPosts() {
        return Stream.concat(
                PostQueries.ORDERS.words().stream().map(word -> Map.of("sort", word)),
                Stream.of(
                        Map.of("author", "author-42"),
                        Map.of("search", "여행 77"),
                        Map.of("from", "2025-01-01T05:00:00Z", "to", "2025-01-01T06:00:00Z")));
    }

    @Test
    void areCountedOnlySoFar() {
        Client.Answer all = reader.get("/items");
        Client.Answer deep = reader.get("/items", "page", "601");
        Client.Answer ofOne = reader.get("/items", "owner", "seller-42");

        assertThat(all.json().path("total").asLong()).isEqualTo(10_000);
        assertThat(all.json().path("total_is_exact").asBoolean(true)).isFalse();
        assertThat(all.json().path("pages").asLong()).isEqualTo(500);
        assertThat(all.header("Link")).contains("rel=\"next\"").doesNotContain("rel=\"last\"");
        assertThat(deep.json().path("total").asLong()).isEqualTo(12_021);
        assertThat(deep.json().path("pages").asLong()).isEqualTo(602);
        assertThat(ofOne.json().path("total").asLong()).isEqualTo(40L * SCALE);
        assertThat(ofOne.json().path("total_is_exact").asBoolean()).isTrue();
        assertThat(ofOne.header("Link")).contains("rel=\"last\"");
    }

    @Test
    void answerThisFast() {
        for (Map<String, String> asked :
                List.of(
                        Map.<String, String>of(),
                        Map.of("owner", "seller-42"),
                        Map.of("min_price", "1000", "max_price", "1500", "sort", "price"),
                        Map.of("search", "노트북 777"))) {
            say("GET /items %s".formatted(asked), times("/items", asked));
        }
        say("GET /posts", times("/posts", Map.of()));
        String next = reader.get("/items").cursor().orElseThrow();
        say("GET /items by cursor", times("/items", Map.of("cursor", next)));
    }

    private List<Long> times(String path, Map<String, String> asked) {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            long begun = System.nanoTime();
            assertThat(reader.get(path, flat(asked)).status()).isEqualTo(200);
            times.add(System.nanoTime() - begun);
        }
        return times.stream().sorted().toList();
    }

    private static void say(String what, List<Long> times) {
        PrintStream out = System.out;
        out.printf(
                "[figures] %,d items, %,d posts: %s p50 %.1f ms, p99 %.1f ms%n",
                ITEMS,
                POSTS,
                what,
                times.get(times.size() / 2) / 1e6,
                times.get(times.size() * 99 / 100) / 1e6);
    }

    /// The plans of all statements that a read sends, with the parameters it sends.
    private List<String> plansOf(Reading reading) {
        Statements statements = new Statements();
        try (Postgres postgres = patient()) {
            Jdbi jdbi = postgres.jdbi();
            jdbi.setSqlLogger(statements);
            reading.read(new ReadModel(jdbi));
            List<String> seen = List.copyOf(statements.seen);
            return jdbi.withHandle(
                    handle -> seen.stream().map(statement -> plan(handle, statement)).toList());
        }
    }

    private static String plan(Handle handle, String statement) {
        try (var explain = handle.getConnection().createStatement();
                var rows = explain.executeQuery("explain " + statement)) {
            StringBuilder plan = new StringBuilder();
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
            return plan.toString();
        } catch (SQLException e) {
            throw new AssertionError(statement, e);
        }
    }

    private static void fill(Handle handle, String statement, int count) {
        int _ = handle.createUpdate(statement).bind("count", count).execute();
    }

    private Postgres patient() {
        return Postgres.open(stage.settings().postgres(), "scale", 1, Duration.ofMinutes(30));
    }

    private static MultivaluedMap<String, String> parameters(
            Map<String, String> asked, String... more) {
        MultivaluedHashMap<String, String> all = new MultivaluedHashMap<>(asked);
        for (int i = 0; i < more.length; i += 2) {
            all.putSingle(more[i], more[i + 1]);
        }
        return all;
    }

    private static String[] flat(Map<String, String> asked) {
        return asked.entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toArray(String[]::new);
    }

    /// One read of a list.
    private interface Reading {
        Object read(ReadModel readModel);
    }

    /// Keeps statements as they are sent.
    private static final class Statements implements SqlLogger {

        private static final String WRAPPED = " wrapping ";

        private final List<String> seen = new ArrayList<>();

        @Override
        public void logBeforeExecution(StatementContext context) {
            String text = String.valueOf(context.getStatement());
            int wrapped = text.indexOf(WRAPPED);
            seen.add(wrapped < 0 ? text : text.substring(wrapped + WRAPPED.length()));
        }
    }
}
