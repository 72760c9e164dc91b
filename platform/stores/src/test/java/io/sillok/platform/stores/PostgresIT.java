package io.sillok.platform.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.sillok.engines.EngineSettings;
import io.sillok.engines.EnginesHome;
import io.sillok.engines.PostgresEngine;
import io.sillok.schemas.topics.Namespace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class PostgresIT {

    private PostgresEngine engine;

    @BeforeAll
    void start(@TempDir Path folder) {
        engine = PostgresEngine.start(EnginesHome.locate(), EngineSettings.in(folder.resolve("p")));
    }

    @AfterAll
    void stop() {
        engine.stop();
    }

    @Test
    void makesTheSchemaOnceHoweverManyAsk() throws Exception {
        PostgresSettings settings = settings("several");
        try (var services = Executors.newVirtualThreadPerTaskExecutor()) {
            var all =
                    IntStream.range(0, 4)
                            .mapToObj(_ -> services.submit(() -> ReadModelSchema.migrate(settings)))
                            .toList();
            for (var one : all) {
                one.get();
            }
        }
        try (Postgres postgres = Postgres.open(settings, "test", 2)) {
            assertThat(strings(postgres, "select projection from live_projections order by 1"))
                    .doesNotHaveDuplicates()
                    .contains("blob-references", "categories", "commands", "materials");
            assertThat(strings(postgres, "select title from materials")).isEmpty();
        }
    }

    @Test
    void keepsNamespacesApart() {
        ReadModelSchema.migrate(settings("one"));
        ReadModelSchema.migrate(settings("other"));
        try (Postgres one = Postgres.open(settings("one"), "test", 1);
                Postgres other = Postgres.open(settings("other"), "test", 1)) {
            one.jdbi()
                    .useHandle(h -> h.execute("update live_projections set version = version + 1"));
            assertThat(strings(one, "select distinct version::text from live_projections"))
                    .containsExactly("2");
            assertThat(strings(other, "select distinct version::text from live_projections"))
                    .containsExactly("1");
        }
    }

    @Test
    void findsTwoSyllablesInsideAWord() {
        ReadModelSchema.migrate(settings("grams"));
        try (Postgres postgres = Postgres.open(settings("grams"), "test", 1)) {
            assertThat(
                            strings(
                                    postgres,
                                    """
                                    select (search_pieces(search_text('신입 교육자료', null))
                                           @> array['자료'])::text
                                    """))
                    .containsExactly("true");
            assertThat(strings(postgres, "select search_text('Ｅｘｃｅｌ 기초', 'ABC')"))
                    .containsExactly("excel 기초 abc");
            assertThat(strings(postgres, "select unnest(search_pieces('가  나다라마'))"))
                    .containsExactlyInAnyOrder(
                            "가", "나", "나다", "나다라", "다", "다라", "다라마", "라", "라마", "마");
            assertThat(strings(postgres, "select unnest(search_pieces(''))")).isEmpty();
        }
    }

    @Test
    void aFrozenDatabaseIsAFaultAndItsReturnIsNoticed() {
        ReadModelSchema.migrate(settings("frozen"));
        try (Postgres postgres = Postgres.open(settings("frozen"), "test", 2)) {
            PostgresHealth health = new PostgresHealth(postgres);
            assertThat(health.check()).isInstanceOf(StoreState.Available.class);
            engine.pause();
            try {
                assertThat(health.check()).isInstanceOf(StoreState.Unreachable.class);
                assertThatExceptionOfType(JdbiException.class)
                        .isThrownBy(() -> strings(postgres, "select 'x'"))
                        .satisfies(e -> assertThat(SqlFault.of(e)).contains(SqlFault.UNAVAILABLE));
            } finally {
                engine.resume();
            }
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () ->
                                    assertThat(health.check())
                                            .isInstanceOf(StoreState.Available.class));
        }
    }

    private static List<String> strings(Postgres postgres, String sql) {
        return postgres.jdbi()
                .withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    private PostgresSettings settings(String namespace) {
        return new PostgresSettings(
                engine.jdbcUrl(), engine.user(), engine.password(), new Namespace(namespace));
    }
}
