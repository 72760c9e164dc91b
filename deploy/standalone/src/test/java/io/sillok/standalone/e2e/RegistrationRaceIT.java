package io.sillok.standalone.e2e;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.standalone.stage.Answer;
import io.sillok.standalone.stage.Client;
import io.sillok.standalone.stage.Figures;
import io.sillok.standalone.stage.OnEveryEngineHome;
import io.sillok.standalone.stage.Person;
import io.sillok.standalone.stage.Stage;
import io.sillok.standalone.stage.Together;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Fifty people register one e-mail address at once, each in a spelling of their own: one gets it,
/// whatever happens to the processors meanwhile.
@ClassTemplate
@ExtendWith(OnEveryEngineHome.class)
class RegistrationRaceIT {

    private static final int PEOPLE = 50;
    private static final int KILLS = 3;
    private static final String PASSWORD = "Correct-horse-7";

    private final Stage stage;
    private final Client anonymous;
    private final AtomicInteger sent = new AtomicInteger();

    RegistrationRaceIT(Stage stage) {
        this.stage = stage;
        this.anonymous = stage.anonymous();
    }

    /// The same address in other cases, compatibility forms and forms of its domain.
    private static List<String> spellings(String name) {
        return List.of(
                name + "@bücher.example",
                name.toUpperCase(Locale.ROOT) + "@BÜCHER.example",
                name + "@xn--bcher-kva.example",
                name + "@XN--BCHER-KVA.EXAMPLE",
                fullWidth(name) + "@bücher.example",
                name + "@bu\u0308cher.example",
                name + "@ｂücher.example");
    }

    private static String fullWidth(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append((char) (c - '!' + '！')));
        return wide.toString();
    }

    @Test
    void oneOfFiftyGetsTheAddress() {
        List<String> spellings = spellings("race");

        List<Answer> answers =
                Together.map(
                        IntStream.range(0, PEOPLE),
                        PEOPLE,
                        i -> register(spellings.get(i % spellings.size()), "racer" + i));

        figures("race of 50", answers);
        requireOneWinner(answers);
    }

    @Test
    void oneOfFiftyGetsTheAddressWhileProcessorsAreKilled() throws InterruptedException {
        List<String> spellings = spellings("crash");
        Thread killer = Thread.ofPlatform().start(this::killSeveralTimes);

        List<Answer> answers =
                Together.map(
                        IntStream.range(0, PEOPLE),
                        PEOPLE,
                        i -> persistently(spellings.get(i % spellings.size()), "crasher" + i));
        killer.join();

        figures("race of 50 with " + KILLS + " kills", answers);
        requireOneWinner(answers);
    }

    private void killSeveralTimes() {
        for (int kill = 1; kill <= KILLS; kill++) {
            int enough = kill * PEOPLE / (KILLS + 1);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> sent.get() >= enough);
            stage.processors().kill();
            stage.processors().start();
        }
    }

    /// Repeats the request under one key, as a client does that wants to know how it ended.
    private Answer persistently(String email, String username) {
        String key = UUID.randomUUID().toString();
        return Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> {
                            sent.incrementAndGet();
                            return register(
                                    email, username, "Idempotency-Key", key, "Prefer", "wait=5");
                        },
                        answer -> answer.status() == 201 || answer.status() == 409);
    }

    private Answer register(String email, String username, String... headers) {
        Map<String, String> body = Person.body(email, username, PASSWORD);
        return anonymous.post(Person.REGISTER, body, headers);
    }

    private void requireOneWinner(List<Answer> answers) {
        List<Answer> won = answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(won).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(
                        answer -> {
                            assertThat(answer.status()).as("%s", answer).isEqualTo(409);
                            assertThat(answer.reason()).isEqualTo("email-taken");
                        });
        String address = won.getFirst().json().path("email").asText();
        Answer login =
                anonymous.post(Person.LOGIN, Map.of("username", address, "password", PASSWORD));
        assertThat(login.status()).as("%s", login).isEqualTo(200);
        stage.checkThatEveryCommandSettled();
    }

    private static void figures(String what, List<Answer> answers) {
        Figures.line(
                what
                        + ": "
                        + answers.stream()
                                .collect(groupingBy(Answer::status, TreeMap::new, counting())));
    }
}
