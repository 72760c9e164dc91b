package io.sillok.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.standalone.stage.Answer;
import io.sillok.standalone.stage.Client;
import io.sillok.standalone.stage.Distribution;
import io.sillok.standalone.stage.Figures;
import io.sillok.standalone.stage.OnEveryEngineHome;
import io.sillok.standalone.stage.Person;
import io.sillok.standalone.stage.Stage;
import io.sillok.standalone.stage.Together;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
    private static final int REFUSED_NAMES = 50;
    private static final int REFUSALS_BEFORE_THE_LOCK = 4;

    private final Stage stage;
    private final Client anonymous;

    IdentityFiguresIT(Stage stage) {
        this.stage = stage;
        this.anonymous = stage.anonymous();
    }

    @Test
    void areThoseOfRegisteringAndSigningIn() {
        List<Person> people = new ArrayList<>();
        Distribution.of(REGISTRATIONS, _ -> people.add(Person.register(stage)))
                .print("register, one at a time");
        Distribution.of(people.size(), i -> people.get(i).signIn()).print("login, one at a time");

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
        checks.forEach(check -> Distribution.of(CHECKS, _ -> check.send()));
        for (Check check : checks) {
            assertThat(check.send().status()).isNotIn(401, 403);
            Distribution.of(CHECKS, _ -> check.send())
                    .print("a small request with " + check.what());
        }
    }

    /// Refused for its parameters right after its caller was checked, or open to anybody.
    private record Check(String what, Client client, String path, String[] headers) {

        Answer send() {
            return client.get(path, headers);
        }
    }

    /// In pairs of either order, so that nothing that comes every other time (a collection of
    /// garbage, a commit) is taken for a difference.
    @Test
    void doNotTellAnUnknownNameFromAWrongPassword() {
        List<Person> people =
                IntStream.range(0, REFUSED_NAMES).mapToObj(_ -> Person.register(stage)).toList();
        List<Duration> wrong = new ArrayList<>();
        List<Duration> unknown = new ArrayList<>();
        Random coin = new Random(20);
        for (int i = 0; i < REFUSED_NAMES * REFUSALS_BEFORE_THE_LOCK; i++) {
            Person person = people.get(i % REFUSED_NAMES);
            String nobody = "nobody" + i % REFUSED_NAMES;
            boolean before = coin.nextBoolean();
            if (before) {
                unknown.add(Distribution.time(() -> refused(person, nobody)));
            }
            wrong.add(Distribution.time(() -> refused(person, person.username())));
            if (!before) {
                unknown.add(Distribution.time(() -> refused(person, nobody)));
            }
        }
        Distribution ofWrong = new Distribution(wrong);
        Distribution ofUnknown = new Distribution(unknown);
        ofWrong.print("refused: wrong password");
        ofUnknown.print("refused: unknown name");
        double longer = ofWrong.longerThan(ofUnknown);
        Figures.line("a wrong password takes longer in %.1f %% of pairs".formatted(longer * 100));

        assertThat(longer).isBetween(0.25, 0.75);
    }

    /// Neither asks for more to be decided than the other.
    @Test
    void countAnUnknownNameAsAWrongPassword() {
        Person person = Person.register(stage);

        assertThat(stage.identityCommandsOf(refused(person, person.username()))).isEqualTo(1);
        assertThat(stage.identityCommandsOf(refused(person, "nobody.to.count"))).isEqualTo(1);
    }

    private static Answer refused(Person person, String name) {
        Answer answer = person.login(name, "Wrong-horse-77");
        assertThat(answer.reason()).isEqualTo("invalid-credentials");
        return answer;
    }
}
