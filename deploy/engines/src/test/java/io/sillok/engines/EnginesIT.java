package io.sillok.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class EnginesIT {

    private final Path directory;
    private final Engines engines;

    EnginesIT(@TempDir Path directory) {
        this.directory = directory;
        this.engines = Engines.start(directory);
    }

    @AfterAll
    void stopsAll() {
        engines.close();
        assertThat(engines.kafka().isAlive()).isFalse();
        assertThat(engines.postgres().isAlive()).isFalse();
        assertThat(engines.openSearch().isAlive()).isFalse();
    }

    @Test
    void keepsALogOfEachBesideTheData() {
        assertThat(directory.resolve("logs"))
                .isDirectoryContaining("glob:**/kafka.log")
                .isDirectoryContaining("glob:**/postgres.log")
                .isDirectoryContaining("glob:**/opensearch.log");
    }

    @Nested
    class Kafka {

        @Test
        void keepsItsDataAndAddressWhenItIsKilled() throws IOException {
            var kafka = engines.kafka();
            var identity = Files.readString(directory.resolve("kafka/log/meta.properties"));
            var address = kafka.bootstrapServers();
            var pid = kafka.pid();

            kafka.kill();
            assertThat(kafka.isAlive()).isFalse();
            kafka.restart();

            assertThat(kafka.pid()).isNotEqualTo(pid);
            assertThat(kafka.bootstrapServers()).isEqualTo(address);
            assertThat(FreePort.answers(kafka.port())).isTrue();
            assertThat(directory.resolve("kafka/log/meta.properties")).hasContent(identity);
        }
    }

    @Nested
    class Postgres {

        @Test
        void keepsCommittedRowsWhenItIsKilled() throws SQLException {
            execute("CREATE TABLE kept (word text)");
            execute("INSERT INTO kept VALUES ('실록')");

            engines.postgres().kill();
            engines.postgres().restart();

            assertThat(ask("SELECT word FROM kept")).isEqualTo("실록");
        }

        @Test
        void sortsKoreanAsADictionary() throws SQLException {
            var sorted =
                    ask(
                            """
                            SELECT string_agg(word, ' ' ORDER BY word)
                            FROM unnest(ARRAY['하늘', '나무', '각', '가방']) word
                            """);

            assertThat(sorted).isEqualTo("가방 각 나무 하늘");
        }

        @Test
        void doesNotAnswerWhileItIsPaused() {
            var postgres = engines.postgres();

            postgres.pause();
            assertThat(postgres.isAlive()).isTrue();
            assertThat(PostgresPing.answers(postgres.port(), postgres.user())).isFalse();
            postgres.resume();

            await().until(() -> PostgresPing.answers(postgres.port(), postgres.user()));
        }

        @Test
        void stopsAlsoWhenItIsPausedAndStartsAgain() throws SQLException {
            engines.postgres().pause();
            engines.postgres().stop();
            assertThat(engines.postgres().isAlive()).isFalse();

            engines.postgres().restart();

            assertThat(ask("SELECT 'back'")).isEqualTo("back");
        }

        private void execute(String statement) throws SQLException {
            try (var connection = connection();
                    var sql = connection.createStatement()) {
                sql.execute(statement);
            }
        }

        private String ask(String query) throws SQLException {
            try (var connection = connection();
                    var sql = connection.createStatement();
                    var rows = sql.executeQuery(query)) {
                rows.next();
                return rows.getString(1);
            }
        }

        private Connection connection() throws SQLException {
            var postgres = engines.postgres();
            return DriverManager.getConnection(
                    postgres.jdbcUrl(), postgres.user(), postgres.password());
        }
    }

    @Nested
    class OpenSearch {

        @Test
        void takesKoreanWordsApart() throws Exception {
            var tokens =
                    send(
                            "POST",
                            "/_analyze",
                            """
                            {"tokenizer": "nori_tokenizer", "text": "교육자료를"}
                            """);

            assertThat(tokens).contains("\"교육\"", "\"자료\"");
        }

        @Test
        void keepsDocumentsWhenItIsKilled() throws Exception {
            send("PUT", "/kept/_doc/1?refresh=true", "{\"word\": \"annals\"}");

            engines.openSearch().kill();
            engines.openSearch().restart();

            assertThat(send("GET", "/kept/_doc/1", "")).contains("annals");
        }

        private String send(String method, String path, String body) throws Exception {
            try (var client = HttpClient.newHttpClient()) {
                var request =
                        HttpRequest.newBuilder(URI.create(engines.openSearch().url() + path))
                                .header("Content-Type", "application/json")
                                .method(method, BodyPublishers.ofString(body))
                                .build();
                return client.send(request, BodyHandlers.ofString()).body();
            }
        }
    }
}
