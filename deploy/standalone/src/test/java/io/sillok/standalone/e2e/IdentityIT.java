package io.sillok.standalone.e2e;

import static io.sillok.standalone.stage.Expectations.becomesVoid;
import static io.sillok.standalone.stage.Expectations.counts;
import static io.sillok.standalone.stage.Expectations.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.standalone.stage.Answer;
import io.sillok.standalone.stage.Client;
import io.sillok.standalone.stage.OnEveryEngineHome;
import io.sillok.standalone.stage.Person;
import io.sillok.standalone.stage.Person.Session;
import io.sillok.standalone.stage.Stage;
import io.sillok.standalone.stage.Together;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Accounts on the running platform: how people stay in and are kept out.
@ClassTemplate
@ExtendWith(OnEveryEngineHome.class)
class IdentityIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Stage stage;
    private final Client anonymous;

    IdentityIT(Stage stage) {
        this.stage = stage;
        this.anonymous = stage.anonymous();
    }

    @Nested
    class ASession {

        @Test
        void endsWhenARefreshTokenIsUsedAgain() {
            Session first = Person.register(stage).signIn();
            Session second = Session.of(stage, first.refresh());
            counts(second);

            refused(first.refresh(), 401, "E4006", "refresh-token-reused");

            becomesVoid("a refresh token used twice", second);
            assertThat(second.refresh().status()).isEqualTo(401);
            assertThat(first.statusOfRead()).isEqualTo(401);
        }

        @Test
        void isRefreshedOnceWhenTwoTryAtTheSameTime() {
            Session session = Person.register(stage).signIn();

            List<Answer> answers = Together.map(IntStream.range(0, 2), 2, _ -> session.refresh());

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 401);
            Answer won = answers.stream().filter(a -> a.status() == 200).findFirst().orElseThrow();
            Session winner = Session.of(stage, won);
            becomesVoid("two refreshes at once", winner);
            assertThat(winner.refresh().status()).isEqualTo(401);
        }

        @Test
        void endsWithALogout() {
            Person person = Person.register(stage);
            Session ended = person.signIn();
            Session other = person.signIn();

            assertThat(ended.client().post("/api/v1/auth/logout", "").status()).isEqualTo(204);

            becomesVoid("a logout", ended);
            assertThat(ended.refresh().status()).isEqualTo(401);
            counts(other);
        }

        @Test
        void isNotRefreshedByWhatIsNoTokenOfIts() {
            Session session = Person.register(stage).signIn();
            String[] parts = session.refreshToken().split("\\.", -1);

            refused(
                    anonymous.post(
                            "/api/v1/auth/refresh",
                            Map.of(
                                    "refresh_token",
                                    parts[0] + "." + parts[1] + "." + "A".repeat(43))),
                    401,
                    "E4006",
                    "refresh-token-invalid");
            refused(
                    anonymous.post("/api/v1/auth/refresh", Map.of("refresh_token", "x")),
                    401,
                    "E4006",
                    "refresh-token-invalid");
            counts(session);
        }

        @Test
        void ofAnotherPlatformIsNotEndedByLogout() {
            refused(stage.admin().post("/api/v1/auth/logout", ""), 409, "E4008", "no-session");
        }
    }

    @Nested
    class AnAccount {

        @Test
        void canBeDeactivatedAndAdmittedAgain() {
            Person person = Person.register(stage);
            Session session = person.signIn();
            counts(session);

            assertThat(patch(person, Map.of("active", false)).status()).isEqualTo(200);

            becomesVoid("a deactivation", session);
            assertThat(session.refresh().status()).isEqualTo(401);
            refused(person.login(), 403, "E4005", "user-inactive");
            assertThat(person.login(person.username(), "Wrong-horse-77").status()).isEqualTo(401);

            assertThat(patch(person, Map.of("active", true)).status()).isEqualTo(200);

            counts(person.signIn());
            assertThat(session.statusOfRead()).isEqualTo(401);
        }

        @Test
        void getsItsNewRolesWithTheNextToken() {
            Person person = Person.register(stage);
            Session session = person.signIn();
            refused(
                    session.client().post("/api/v1/categories", Client.named("역할")),
                    403,
                    "E4005",
                    "role-missing");

            Answer promoted = patch(person, Map.of("roles", List.of("user", "editor")));

            assertThat(promoted.json().path("roles").toString()).isEqualTo("[\"user\",\"editor\"]");
            becomesVoid("a change of roles", session);
            Session next = Session.of(stage, session.refresh());
            assertThat(next.client().post("/api/v1/categories", Client.named("역할")).status())
                    .isEqualTo(201);
        }

        @Test
        void isLookedAfterByAdministratorsOnly() {
            Person person = Person.register(stage);
            Client other = Person.register(stage).signIn().client();
            String path = "/api/v1/users/" + person.id();

            refused(other.patch(path, Map.of("active", false)), 403, "E4005", "role-missing");
            refused(other.get(path), 403, "E4005", "role-missing");
            refused(other.get("/api/v1/users"), 403, "E4005", "role-missing");
            refused(patch(person, Map.of()), 400, "E4002", "field-required");
            refused(patch(person, Map.of("roles", List.of("king"))), 400, "E4001", "invalid-field");
            refused(
                    stage.admin()
                            .patch("/api/v1/users/" + UUID.randomUUID(), Map.of("active", false)),
                    404,
                    "E4007",
                    "user-not-found");
            refused(
                    stage.admin().patch(path, Map.of("active", false), "If-Match", "\"99\""),
                    412,
                    "E4009",
                    "stale-version");
        }

        @Test
        void isNotLookedAfterByItsHolder() {
            Person person = Person.register(stage);
            patch(person, Map.of("roles", List.of("admin")));
            Client admin = person.signIn().client();

            refused(
                    admin.patch("/api/v1/users/" + person.id(), Map.of("roles", List.of("user"))),
                    403,
                    "E4005",
                    "own-access");
            assertThat(admin.get("/api/v1/users").status()).isEqualTo(200);
        }

        @Test
        void isListedForAdministrators() {
            Person person = Person.register(stage);
            Client admin = stage.admin();

            Answer found =
                    admin.get(
                            "/api/v1/users?role=user&active=true&search="
                                    + person.email().toUpperCase(Locale.ROOT),
                            "Consistency",
                            "strong");

            assertThat(found.json().path("total").asInt()).as("%s", found).isEqualTo(1);
            assertThat(found.json().at("/items/0/id").asText()).isEqualTo(person.id());
            assertThat(admin.get("/api/v1/users/" + person.id()).json())
                    .isEqualTo(found.json().at("/items/0"));
            Answer page = admin.get("/api/v1/users?size=1");
            assertThat(page.json().path("items")).hasSize(1);
            Answer next =
                    admin.get(
                            "/api/v1/users?size=1&cursor="
                                    + page.json().path("next_cursor").asText());
            assertThat(next.json().at("/items/0/id")).isNotEqualTo(page.json().at("/items/0/id"));
            refused(admin.get("/api/v1/users?role=king"), 400, "E4001", "invalid-field");
        }

        @Test
        void isChangedByItsHolder() {
            Person person = Person.register(stage);
            Client client = person.signIn().client();

            Answer changed =
                    client.put(
                            "/api/v1/users/me",
                            Map.of(
                                    "email",
                                    "new." + person.email(),
                                    "username",
                                    person.username()));
            Answer profiled =
                    client.put(
                            "/api/v1/users/me/profile",
                            Map.of(
                                    "skill_level", "expert",
                                    "output_structure", "minimal",
                                    "explanation_style", "brief"));

            assertThat(changed.status()).as("%s", changed).isEqualTo(200);
            assertThat(profiled.json().at("/profile/skill_level").asText()).isEqualTo("expert");
            assertThat(client.get("/api/v1/users/me", "Consistency", "strong").json())
                    .isEqualTo(profiled.json());
            assertThat(person.login("new." + person.email(), person.password()).status())
                    .isEqualTo(200);
            assertThat(person.login(person.email(), person.password()).status()).isEqualTo(401);
            refused(
                    client.put("/api/v1/users/me/profile", Map.of("skill_level", "king")),
                    400,
                    "E4001",
                    "invalid-field");
        }

        @Test
        void getsAnotherPassword() {
            Person person = Person.register(stage);
            Session own = person.signIn();
            Session other = person.signIn();
            String path = "/api/v1/users/me/password";

            refused(
                    own.client()
                            .put(
                                    path,
                                    Map.of(
                                            "current_password", "Wrong-horse-77",
                                            "new_password", "Another-horse-8")),
                    400,
                    "E4001",
                    "wrong-password");
            Answer changed =
                    own.client()
                            .put(
                                    path,
                                    Map.of(
                                            "current_password",
                                            person.password(),
                                            "new_password",
                                            "Another-horse-8"));

            assertThat(changed.status()).as("%s", changed).isEqualTo(200);
            becomesVoid("another password", other);
            assertThat(other.refresh().status()).isEqualTo(401);
            counts(Session.of(stage, own.refresh()));
            assertThat(person.login().status()).isEqualTo(401);
            assertThat(person.login(person.username(), "Another-horse-8").status()).isEqualTo(200);
        }

        @Test
        void isForgotten() {
            Person person = Person.register(stage);
            Session session = person.signIn();

            assertThat(session.client().delete("/api/v1/users/me").status()).isEqualTo(204);

            becomesVoid("an erasure", session);
            assertThat(session.refresh().status()).isEqualTo(401);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(person.login().status()).isEqualTo(401));
            assertThat(
                            stage.admin()
                                    .get("/api/v1/users/" + person.id(), "Consistency", "strong")
                                    .status())
                    .isEqualTo(404);
        }

        private Answer patch(Person person, Map<String, Object> body) {
            return stage.admin().patch("/api/v1/users/" + person.id(), body);
        }
    }
}
