package io.sillok.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.platform.testkit.ledger.Attempt;
import io.sillok.platform.testkit.ledger.Ledger;
import io.sillok.standalone.stage.Answer;
import io.sillok.standalone.stage.Client;
import io.sillok.standalone.stage.LedgerClient;
import io.sillok.standalone.stage.OnEveryEngineHome;
import io.sillok.standalone.stage.ProcessorsProcess;
import io.sillok.standalone.stage.Stage;
import io.sillok.standalone.stage.Together;
import io.sillok.standalone.stage.Upload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Processors are killed and frozen while commands stream in: nothing is lost, nothing happens
/// twice.
@ClassTemplate
@ExtendWith(OnEveryEngineHome.class)
class CrashIT {

    private static final int COMMANDS = 5_000;
    private static final int CLIENTS = 64;
    private static final int KILLS = 5;
    private static final int MATERIALS = 40;
    private static final Duration PAST_THE_SESSION = Duration.ofSeconds(14);

    private final Stage stage;
    private final Client admin;
    private final AtomicInteger answered = new AtomicInteger();

    CrashIT(Stage stage) {
        this.stage = stage;
        this.admin = stage.admin();
    }

    @Test
    void aStreamOfCommandsOutlivesItsProcessors(@TempDir Path folder) throws Exception {
        ProcessorsProcess processors = stage.processors();
        try (Ledger ledger = new Ledger(folder.resolve("ledger.jsonl"))) {
            List<String> materials = Together.map(IntStream.range(0, MATERIALS), 8, this::material);
            LedgerClient client = new LedgerClient(admin, ledger);
            Thread stream =
                    Thread.ofPlatform()
                            .start(
                                    () ->
                                            Together.map(
                                                    IntStream.range(0, COMMANDS),
                                                    CLIENTS,
                                                    i -> command(client, materials, i)));

            for (int kill = 1; kill <= KILLS; kill++) {
                awaitAnswered(kill * COMMANDS / (KILLS + 2));
                processors.kill();
                processors.start();
            }
            awaitAnswered((KILLS + 1) * COMMANDS / (KILLS + 2));
            processors.freezeFor(PAST_THE_SESSION);
            stream.join();

            List<Attempt> attempts = ledger.attempts();
            assertThat(attempts).hasSize(COMMANDS);
            stage.check(attempts);
            stage.checkThatEveryCommandSettled();
        }
    }

    private void awaitAnswered(int count) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> answered.get() >= count);
    }

    private String material(int number) {
        return admin.upload(Upload.text("crash " + number, "crash " + number)).id();
    }

    /// Edits, category changes and new categories, some of them with a version that must be stale.
    private Object command(LedgerClient client, List<String> materials, int number) {
        Object result =
                switch (number % 10) {
                    case 0 -> create(client, number);
                    case 1 -> editStale(client, materials.get(number % MATERIALS), number);
                    default -> edit(client, materials.get(number % MATERIALS), number);
                };
        answered.incrementAndGet();
        return result;
    }

    private Object create(LedgerClient client, int number) {
        return client.attempt(
                "categories",
                OptionalLong.empty(),
                headers ->
                        client.client()
                                .post(
                                        "/api/v1/categories",
                                        Client.named("범주 " + number),
                                        quick(headers)));
    }

    private Object edit(LedgerClient client, String material, int number) {
        return client.attempt(
                "materials/" + material,
                OptionalLong.empty(),
                headers -> put(client, material, number, headers));
    }

    private Object editStale(LedgerClient client, String material, int number) {
        return client.attempt(
                "materials/" + material,
                OptionalLong.of(1),
                headers -> put(client, material, number, headers));
    }

    private static Answer put(LedgerClient client, String material, int number, String[] headers) {
        return client.client()
                .put(
                        "/api/v1/materials/" + material,
                        Client.titled("제목 " + number),
                        quick(headers));
    }

    /// Waits two seconds only, so that clients go on while processors are away.
    private static String[] quick(String[] headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Prefer";
        all[headers.length + 1] = "wait=2";
        return all;
    }
}
