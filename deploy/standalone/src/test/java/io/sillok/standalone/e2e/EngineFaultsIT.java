package io.sillok.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.standalone.stage.Answer;
import io.sillok.standalone.stage.Client;
import io.sillok.standalone.stage.EngineRoom.Machine;
import io.sillok.standalone.stage.OnEveryEngineHome;
import io.sillok.standalone.stage.Stage;
import io.sillok.standalone.stage.Upload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// An engine is down or frozen while requests arrive: a problem within five seconds, readiness 503,
/// and all recovers by itself.
@ClassTemplate
@ExtendWith(OnEveryEngineHome.class)
class EngineFaultsIT {

    /// Five seconds as promised, and one for a busy machine that measures itself.
    private static final Duration SOON = Duration.ofSeconds(6);

    private static final Duration RECOVERY = Duration.ofSeconds(90);

    private final Stage stage;
    private final Client admin;

    EngineFaultsIT(Stage stage) {
        this.stage = stage;
        this.admin = stage.admin();
    }

    @Test
    void theLogIsKilled() {
        survives(
                Fault.killed(stage.engines().kafka()),
                () -> admin.post("/api/v1/categories", Client.named("로그 없이")),
                "E5005",
                List.of("command", "query"));
    }

    @Test
    void theLogIsFrozen() {
        survives(
                Fault.frozen(stage.engines().kafka()),
                () -> admin.post("/api/v1/categories", Client.named("언 로그")),
                "E5005",
                List.of("command", "query"));
    }

    @Test
    void theDatabaseIsKilled() {
        survives(
                Fault.killed(stage.engines().postgres()),
                () -> admin.get("/api/v1/categories"),
                "E5003",
                List.of("query"));
    }

    @Test
    void theDatabaseIsFrozen() {
        survives(
                Fault.frozen(stage.engines().postgres()),
                () -> admin.get("/api/v1/categories"),
                "E5003",
                List.of("query"));
    }

    @Test
    void searchIsKilled() {
        survives(
                Fault.killed(stage.engines().openSearch()),
                () -> admin.get("/api/v1/search?q=x"),
                "E5006",
                List.of("query"));
    }

    @Test
    void searchIsFrozen() {
        survives(
                Fault.frozen(stage.engines().openSearch()),
                () -> admin.get("/api/v1/search?q=x"),
                "E5006",
                List.of("query"));
    }

    @Test
    void theScannerIsKilled() {
        survives(Fault.killed(scanner()), this::upload, "E5008", List.of("command"));
    }

    @Test
    void theScannerIsFrozen() {
        survives(Fault.frozen(scanner()), this::upload, "E5008", List.of("command"));
    }

    private Machine scanner() {
        Optional<Machine> clamd = stage.engines().clamd();
        Assumptions.assumeTrue(clamd.isPresent(), "no clamd here: it is not installed");
        return clamd.orElseThrow();
    }

    private Answer upload() {
        return admin.upload(Upload.text("검사 없이", "nobody looked into this"));
    }

    private void survives(Fault fault, Supplier<Answer> call, String code, List<String> affected) {
        fault.begin();
        try {
            for (int i = 0; i < 3; i++) {
                answersSoon(call, code);
            }
            affected.forEach(api -> awaitReadiness(api, 503));
        } finally {
            fault.end();
        }
        affected.forEach(api -> awaitReadiness(api, 200));
        everythingWorksAgain();
    }

    private static void answersSoon(Supplier<Answer> call, String code) {
        long started = System.nanoTime();
        Answer answer = call.get();
        Duration taken = Duration.ofNanos(System.nanoTime() - started);
        assertThat(answer.code()).as("%s", answer).isEqualTo(code);
        assertThat(taken).isLessThan(SOON);
    }

    private void awaitReadiness(String api, int status) {
        Awaitility.await().atMost(RECOVERY).until(() -> stage.readiness(api) == status);
    }

    private void everythingWorksAgain() {
        Awaitility.await()
                .atMost(RECOVERY)
                .untilAsserted(
                        () -> {
                            Answer created = admin.upload(Upload.text("다시", "recovered"));
                            assertThat(created.status()).as("%s", created).isEqualTo(201);
                            Answer found =
                                    admin.get(
                                            "/api/v1/search?q=recovered", "Consistency", "strong");
                            assertThat(found.status()).as("%s", found).isEqualTo(200);
                            assertThat(found.json().path("items").findValuesAsText("id"))
                                    .contains(created.id());
                        });
        stage.check(List.of());
    }

    /// Something bad that begins and ends.
    private record Fault(Runnable onset, Runnable cure) {

        static Fault killed(Machine machine) {
            return new Fault(machine::kill, machine::restart);
        }

        static Fault frozen(Machine machine) {
            return new Fault(machine::pause, machine::resume);
        }

        void begin() {
            onset.run();
        }

        void end() {
            cure.run();
        }
    }
}
