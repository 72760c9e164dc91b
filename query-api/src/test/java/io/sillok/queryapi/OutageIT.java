package io.sillok.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.engines.Engine;
import io.sillok.queryapi.stage.Client;
import io.sillok.queryapi.stage.Client.Answer;
import io.sillok.queryapi.stage.Draft;
import io.sillok.queryapi.stage.Library;
import io.sillok.queryapi.stage.Stage;
import io.sillok.queryapi.stage.StageExtension;
import io.sillok.schemas.catalog.Material;
import java.time.Duration;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StageExtension.class)
final class OutageIT {

    private final Stage stage;
    private final Library library;
    private final Client reader;
    private final Material material;

    OutageIT(Stage stage) {
        this.stage = stage;
        library = stage.library();
        reader = stage.user("rita");
        material = library.material(Draft.titled("끄떡없는 자료"));
        library.project();
    }

    @Nested
    class WithoutTheDatabase {

        private Answer read() {
            return reader.get("/materials");
        }

        @Test
        void whatIsKeptGoesOn() {
            String path = "/materials/" + material.id();
            assertThat(reader.get(path).status()).isEqualTo(200);
            try (var _ = paused(stage.engines().postgres())) {
                assertThat(reader.get(path).status()).isEqualTo(200);
                assertThat(reader.with("Consistency", "strong").get(path).status()).isEqualTo(503);
            }
            recovered(this::read);
        }

        @Test
        void readsAreRefusedAndRecover() {
            refused(
                    stage.engines().postgres(),
                    this::read,
                    "E5003 database-unavailable",
                    "database");
        }

        @Test
        void searchGoesOn() {
            try (var _ = paused(stage.engines().postgres())) {
                assertThat(reader.get("/search", "q", "끄떡없는").status()).isEqualTo(200);
            }
            recovered(this::read);
        }
    }

    @Nested
    class WithoutSearch {

        private Answer read() {
            return reader.get("/search", "q", "끄떡없는");
        }

        @Test
        void searchesAreRefusedAndRecover() {
            refused(stage.engines().openSearch(), this::read, "E5006 search-unavailable", "search");
        }

        @Test
        void listsGoOn() {
            try (var _ = paused(stage.engines().openSearch())) {
                assertThat(reader.get("/materials").status()).isEqualTo(200);
            }
            recovered(this::read);
        }
    }

    @Nested
    class WithoutTheLog {

        private Answer read() {
            return stage.auditor().get("/audit", "limit", "1");
        }

        @Test
        void auditsAreRefusedAndRecover() {
            refused(stage.engines().kafka(), this::read, "E5005 log-unavailable", "log");
        }

        @Test
        void strongReadsAreRefusedAndOthersGoOn() {
            try (var _ = paused(stage.engines().kafka())) {
                assertThat(reader.get("/materials").status()).isEqualTo(200);
                assertThat(reader.with("Consistency", "strong").get("/materials").problem())
                        .isEqualTo("E5005 log-unavailable");
            }
            recovered(() -> reader.with("Consistency", "strong").get("/materials"));
        }
    }

    /// Frozen first, then dead: both times the read is refused for what is missing, readiness says
    /// so, and all is well again when the engine is back.
    private void refused(Engine engine, Supplier<Answer> read, String problem, String check) {
        recovered(read);
        try (var _ = paused(engine)) {
            assertRefused(read, problem, check);
        }
        recovered(read);
        engine.kill();
        try {
            assertRefused(read, problem, check);
        } finally {
            engine.restart();
        }
        recovered(read);
    }

    private void assertRefused(Supplier<Answer> read, String problem, String check) {
        Answer answer = read.get();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.header("Retry-After")).isNotEmpty();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> {
                            Answer ready = stage.nobody().outside("/health/ready");
                            assertThat(ready.status()).isEqualTo(503);
                            assertThat(
                                            ready.json()
                                                    .path("checks")
                                                    .path(check)
                                                    .path("status")
                                                    .asText())
                                    .isEqualTo("unhealthy");
                        });
    }

    private void recovered(Supplier<Answer> read) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> {
                            assertThat(read.get().status()).isEqualTo(200);
                            assertThat(stage.nobody().outside("/health/ready").status())
                                    .isEqualTo(200);
                        });
    }

    private static Pause paused(Engine engine) {
        engine.pause();
        return new Pause(engine);
    }

    private record Pause(Engine engine) implements AutoCloseable {

        @Override
        public void close() {
            engine.resume();
        }
    }
}
