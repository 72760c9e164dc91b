package io.sillok.platform.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sillok.engines.EngineSettings;
import io.sillok.engines.EnginesHome;
import io.sillok.engines.PostgresEngine;
import io.sillok.schemas.topics.Namespace;
import java.nio.file.Path;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the command API can do in the database.
@TestInstance(Lifecycle.PER_CLASS)
class DirectoryRoleIT {

    private PostgresEngine engine;
    private Postgres reader;

    @BeforeAll
    void start(@TempDir Path folder) {
        engine = PostgresEngine.start(EnginesHome.locate(), EngineSettings.in(folder.resolve("p")));
        var settings =
                new PostgresSettings(
                        engine.jdbcUrl(), engine.user(), engine.password(), new Namespace("test"));
        ReadModelSchema.migrate(settings);
        ReadModelSchema.migrate(
                new PostgresSettings(
                        engine.jdbcUrl(), engine.user(), engine.password(), new Namespace("two")));
        reader = Postgres.open(settings.ofDirectoryReader(), "test", 1);
    }

    @AfterAll
    void stop() {
        reader.close();
        engine.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"credentials", "api_keys", "person_keys"})
    void readsTheDirectoryAndTheKeys(String table) {
        assertThat(count("select count(*) from " + table)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select count(*) from users",
                "select count(*) from sessions",
                "select count(*) from materials",
                "select count(*) from commands",
                "select count(*) from credentials_v1",
                "select count(*) from two_live.credentials"
            })
    void readsNothingElse(String query) {
        assertThatExceptionOfType(JdbiException.class)
                .isThrownBy(() -> count(query))
                .satisfies(e -> assertThat(SqlFault.state(e)).isEqualTo("42501"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from credentials",
                "delete from person_keys",
                "insert into credentials_v1 (id) values (gen_random_uuid())",
                "create table mine (id int)"
            })
    void writesNothing(String statement) {
        assertThatExceptionOfType(JdbiException.class)
                .isThrownBy(() -> reader.jdbi().useHandle(handle -> handle.execute(statement)))
                .satisfies(e -> assertThat(SqlFault.state(e)).isIn("42501", "25006"));
    }

    private long count(String query) {
        return reader.jdbi()
                .withHandle(handle -> handle.createQuery(query).mapTo(Long.class).one());
    }
}
