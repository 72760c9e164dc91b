package io.sillok.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.standalone.stage.Answer;
import io.sillok.standalone.stage.Client;
import io.sillok.standalone.stage.Figures;
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

/// Accounts on the running platform: how people get in, stay in and are kept out.
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

    private static void refused(Answer answer, int status, String code, String reason) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.reason()).isEqualTo(reason);
        assertThat(answer.json().path("incident_id").asText()).startsWith("INC-");
    }

    /// Waits until both APIs refuse a token, and says how long that took.
    private static void becomesVoid(String why, Session session) {
        long begin = System.nanoTime();
        Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> session.statusOfRead() == 401 && session.statusOfCommand() == 401);
        Figures.line(
                "%s: refused by both APIs after %d ms"
                        .formatted(why, Duration.ofNanos(System.nanoTime() - begin).toMillis()));
    }

    private static void counts(Session session) {
        assertThat(session.statusOfRead()).isEqualTo(200);
        assertThat(session.statusOfCommand()).isEqualTo(400);
    }

    @Nested
    class Registration {

        @Test
        void makesAnAccountThatSignsInAtOnce() {
            String email = "Ada.Lovelace@Example.com";
            Answer registered =
                    anonymous.post(
                            Person.REGISTER,
                            Map.of(
                                    "email", email,
                                    "username", "Ada.Lovelace",
                                    "password", "Correct-horse-7",
                                    "full_name", "에이다 러브레이스"));

            assertThat(registered.status()).as("%s", registered).isEqualTo(201);
            assertThat(registered.required("Location"))
                    .isEqualTo("/api/v1/users/" + registered.id());
            assertThat(registered.json().path("email").asText()).isEqualTo(email);
            assertThat(registered.json().path("roles").toString()).isEqualTo("[\"user\"]");
            assertThat(registered.text()).doesNotContain("argon2", "Correct-horse-7");

            Session session =
                    Session.of(
                            stage,
                            anonymous.post(
                                    Person.LOGIN,
                                    Map.of(
                                            "username",
                                            " ada.LOVELACE@EXAMPLE.com",
                                            "password",
                                            "Correct-horse-7")));

            Answer me = session.client().get("/api/v1/auth/me", "Consistency", "strong");
            assertThat(me.json()).isEqualTo(registered.json());
            assertThat(session.client().get("/api/v1/users/me").json())
                    .isEqualTo(registered.json());
            assertThat(me.required("ETag")).isEqualTo(registered.required("ETag"));
        }

        @Test
        void refusesNamesThatAreTaken() {
            Person person = Person.register(stage);

            refused(
                    anonymous.post(
                            Person.REGISTER,
                            Person.body(
                                    person.email().toUpperCase(Locale.ROOT),
                                    "somebody.else",
                                    "Correct-horse-7")),
                    409,
                    "E4008",
                    "email-taken");
            refused(
                    anonymous.post(
                            Person.REGISTER,
                            Person.body(
                                    "somebody.else@people.example",
                                    person.username().toUpperCase(Locale.ROOT),
                                    "Correct-horse-7")),
                    409,
                    "E4008",
                    "username-taken");
        }

        @Test
        void saysEverythingThatIsWrong() {
            Answer answer =
                    anonymous.post(Person.REGISTER, Person.body("nobody", "x y", "password"));

            refused(answer, 400, "E4001", "invalid-field");
            assertThat(answer.json().path("violations").findValuesAsText("field"))
                    .containsExactly("email", "username", "password", "password", "password");
            refused(
                    anonymous.post(Person.REGISTER, Map.of("username", "somebody")),
                    400,
                    "E4002",
                    "field-required");
            refused(
                    anonymous.post(
                            Person.REGISTER,
                            Map.of(
                                    "email", "eve@people.example",
                                    "username", "eve",
                                    "password", "Correct-horse-7",
                                    "roles", "admin")),
                    400,
                    "E4001",
                    "unknown-field");
        }

        @Test
        void answersARepeatedRequestInTheSameWay() {
            String key = UUID.randomUUID().toString();
            Map<String, String> body =
                    Person.body("again@people.example", "again", "Correct-horse-7");
            Answer first = anonymous.post(Person.REGISTER, body, "Idempotency-Key", key);
            assertThat(first.status()).as("%s", first).isEqualTo(201);

            Answer second = anonymous.post(Person.REGISTER, body, "Idempotency-Key", key);

            assertThat(second.status()).isEqualTo(201);
            assertThat(second.text()).isEqualTo(first.text());
            refused(
                    anonymous.post(
                            Person.REGISTER,
                            Person.body("again@people.example", "again", "Another-horse-7"),
                            "Idempotency-Key",
                            key),
                    422,
                    "E4010",
                    "idempotency-key-reused");
        }
    }

    @Nested
    class SigningIn {

        @Test
        void takesJsonAndForms() {
            Person person = Person.register(stage);
            Map<String, String> body =
                    Map.of("username", person.username(), "password", person.password());

            Answer json = anonymous.post(Person.LOGIN, body);
            Answer form = anonymous.form(Person.LOGIN, body);

            for (Answer answer : List.of(json, form)) {
                assertThat(answer.status()).as("%s", answer).isEqualTo(200);
                assertThat(answer.required("Cache-Control")).isEqualTo("no-store");
                assertThat(answer.json().fieldNames())
                        .toIterable()
                        .containsExactly(
                                "access_token", "refresh_token", "token_type", "expires_in");
                assertThat(answer.json().path("token_type").asText()).isEqualTo("bearer");
                counts(Session.of(stage, answer));
            }
        }

        @Test
        void tellsNobodyWhetherAnAccountExists() {
            Person person = Person.register(stage);

            Answer wrong = person.login(person.username(), "Wrong-horse-77");
            Answer unknown = person.login("nobody.at.all", "Wrong-horse-77");

            refused(wrong, 401, "E4006", "invalid-credentials");
            refused(unknown, 401, "E4006", "invalid-credentials");
            assertThat(unknown.json().path("detail")).isEqualTo(wrong.json().path("detail"));
            assertThat(unknown.response().headers().map().keySet())
                    .isEqualTo(wrong.response().headers().map().keySet());
        }

        @Test
        void isLockedAfterFiveFailures() {
            Person person = Person.register(stage);
            for (String name : List.of(person.username(), "nobody.here.either")) {
                for (int i = 0; i < 5; i++) {
                    refused(
                            person.login(name, "Wrong-horse-" + i),
                            401,
                            "E4006",
                            "invalid-credentials");
                }
                Answer locked = person.login(name, person.password());
                refused(locked, 429, "E4004", "account-locked");
                assertThat(Long.parseLong(locked.required("Retry-After"))).isBetween(1L, 900L);
            }
            Answer byToken =
                    anonymous.form(
                            "/api/v1/auth/token",
                            Map.of(
                                    "grant_type", "password",
                                    "username", person.username(),
                                    "password", person.password()));
            assertThat(byToken.status()).isEqualTo(429);
            assertThat(byToken.json().path("error").asText()).isEqualTo("invalid_grant");
        }

        @Test
        void refusesWhatIsNoLogin() {
            refused(
                    anonymous.post(Person.LOGIN, Map.of("username", "ada")),
                    400,
                    "E4002",
                    "field-required");
            refused(
                    anonymous.form(Person.LOGIN, Map.of("username", "ada", "pass", "x")),
                    400,
                    "E4001",
                    "unknown-field");
            refused(
                    anonymous.post(
                            Person.LOGIN, Map.of("username", "ada", "password", "x".repeat(1_001))),
                    400,
                    "E4001",
                    "invalid-field");
        }
    }

    @Nested
    class TheTokenEndpoint {

        private static final String TOKEN = "/api/v1/auth/token";

        @Test
        void grantsPasswordsAndRefreshTokens() {
            Person person = Person.register(stage);

            Answer granted =
                    anonymous.form(
                            TOKEN,
                            Map.of(
                                    "grant_type", "password",
                                    "username", person.email(),
                                    "password", person.password(),
                                    "scope", "catalog:write",
                                    "client_id", "anybody"));

            assertThat(granted.status()).as("%s", granted).isEqualTo(200);
            assertThat(granted.json().path("scope").asText()).contains("catalog:write");
            Answer refreshed =
                    anonymous.form(
                            TOKEN,
                            Map.of(
                                    "grant_type",
                                    "refresh_token",
                                    "refresh_token",
                                    granted.json().path("refresh_token").asText()));
            assertThat(refreshed.status()).as("%s", refreshed).isEqualTo(200);
            assertThat(refreshed.json().has("scope")).isFalse();
            counts(Session.of(stage, refreshed));
        }

        @Test
        void answersErrorsAsTheRfcSays() {
            errs(Map.of(), "invalid_request");
            errs(Map.of("grant_type", "password"), "invalid_request");
            errs(Map.of("grant_type", "client_credentials"), "unsupported_grant_type");
            errs(
                    Map.of("grant_type", "refresh_token", "refresh_token", "nonsense"),
                    "invalid_grant");
            errs(
                    Map.of(
                            "grant_type", "password",
                            "username", "nobody.at.the.token",
                            "password", "Wrong-horse-77"),
                    "invalid_grant");
            errs(
                    Map.of(
                            "grant_type", "password",
                            "username", "nobody.at.the.token",
                            "password", "Wrong-horse-77",
                            "scope", "everything"),
                    "invalid_scope");
        }

        private void errs(Map<String, String> form, String error) {
            Answer answer = anonymous.form(TOKEN, form);
            assertThat(answer.status()).as("%s", answer).isEqualTo(400);
            assertThat(answer.required("Content-Type")).startsWith("application/json");
            assertThat(answer.required("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.json().path("error").asText()).isEqualTo(error);
        }
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
