package io.sillok.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.standalone.stage.Answer;
import io.sillok.standalone.stage.Client;
import io.sillok.standalone.stage.Figures;
import io.sillok.standalone.stage.OnEveryEngineHome;
import io.sillok.standalone.stage.Person;
import io.sillok.standalone.stage.Stage;
import io.sillok.standalone.stage.Together;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What accounts cost on this machine, and whether the time of a refusal tells who has one. Prints;
/// nothing here asserts a duration.
@ClassTemplate
@ExtendWith(OnEveryEngineHome.class)
class IdentityFiguresIT {

    private static final int REGISTRATIONS = 60;
    private static final int LOGINS = 120;
    private static final int CHECKS = 400;
    private static final int REFUSALS = 60;

    private final Stage stage;
    private final Client anonymous;

    IdentityFiguresIT(Stage stage) {
        this.stage = stage;
        this.anonymous = stage.anonymous();
    }

    @Test
    void areThoseOfRegisteringAndSigningIn() {
        List<Person> people = new ArrayList<>();
        line(
                "register, one at a time",
                timed(REGISTRATIONS, _ -> people.add(Person.register(stage))));
        line("login, one at a time", timed(people.size(), i -> people.get(i).signIn()));

        long begin = System.nanoTime();
        List<Answer> answers =
                Together.map(
                        IntStream.range(0, LOGINS), 8, i -> people.get(i % people.size()).login());
        double seconds = (System.nanoTime() - begin) / 1e9;

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        Figures.line("logins by 8 clients: %.1f/s".formatted(LOGINS / seconds));
    }

    @Test
    void areThoseOfCheckingWhoCalls() {
        Person person = Person.register(stage);
        Client signedIn = person.signIn().client();
        Answer key = signedIn.post("/api/v1/api-keys", Map.of("name", "figures"));
        String[] header = {"X-API-Key", key.json().path("key").asText()};
        String checked = "/api/v1/search?size=1000";
        List<Check> checks =
                List.of(
                        new Check("nobody", anonymous, "/health/live", new String[0]),
                        new Check("a token", signedIn, checked, new String[0]),
                        new Check("an API key", anonymous, checked, header));
        checks.forEach(check -> timed(CHECKS, _ -> check.send()));
        for (Check check : checks) {
            assertThat(check.send().status()).isNotIn(401, 403);
            line("a small request with " + check.what(), timed(CHECKS, _ -> check.send()));
        }
    }

    /// Refused for its parameters right after its caller was checked, or open to anybody.
    private record Check(String what, Client client, String path, String[] headers) {

        Answer send() {
            return client.get(path, headers);
        }
    }

    @Test
    void doNotTellAnUnknownNameFromAWrongPassword() {
        List<Person> people =
                IntStream.range(0, REFUSALS / 4).mapToObj(_ -> Person.register(stage)).toList();
        List<Duration> wrong = new ArrayList<>();
        List<Duration> unknown = new ArrayList<>();
        for (int i = 0; i < REFUSALS; i++) {
            Person person = people.get(i % people.size());
            int number = i % people.size();
            wrong.addAll(timed(1, _ -> refused(person, person.username())));
            unknown.addAll(timed(1, _ -> refused(person, "nobody" + number)));
        }
        line("refused: wrong password", wrong);
        line("refused: unknown name", unknown);
    }

    private static Answer refused(Person person, String name) {
        Answer answer = person.login(name, "Wrong-horse-77");
        assertThat(answer.reason()).isEqualTo("invalid-credentials");
        return answer;
    }

    private static List<Duration> timed(int times, IntConsumer call) {
        List<Duration> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            call.accept(i);
            all.add(Duration.ofNanos(System.nanoTime() - begin));
        }
        return all;
    }

    private static void line(String what, List<Duration> times) {
        List<Duration> sorted = times.stream().sorted().toList();
        Figures.line(
                "%s: p10 %.2f, p50 %.2f, p90 %.2f, p99 %.2f ms (%d)"
                        .formatted(
                                what,
                                millis(sorted, 10),
                                millis(sorted, 50),
                                millis(sorted, 90),
                                millis(sorted, 99),
                                sorted.size()));
    }

    private static double millis(List<Duration> sorted, int percent) {
        return sorted.get((sorted.size() - 1) * percent / 100).toNanos() / 1e6;
    }
}
