package io.sillok.standalone.e2e;

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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Accounts on the running platform: how people open one and get in.
@ClassTemplate
@ExtendWith(OnEveryEngineHome.class)
class SignInIT {

    private final Stage stage;
    private final Client anonymous;

    SignInIT(Stage stage) {
        this.stage = stage;
        this.anonymous = stage.anonymous();
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

        /// A repeat that comes while the first request is in flight waits behind it.
        @Test
        void makesOneAccountOfManyRepeatsAtOnce() {
            String key = UUID.randomUUID().toString();
            Map<String, String> body =
                    Person.body("at.once@people.example", "at.once", "Correct-horse-7");

            List<Answer> answers =
                    Together.map(
                            IntStream.range(0, 20),
                            20,
                            _ -> anonymous.post(Person.REGISTER, body, "Idempotency-Key", key));

            assertThat(answers).extracting(Answer::status).containsOnly(201);
            assertThat(answers).extracting(Answer::text).containsOnly(answers.getFirst().text());
        }

        @Test
        void repeatsARefusalToo() {
            Person taken = Person.register(stage);
            String key = UUID.randomUUID().toString();
            Map<String, String> body =
                    Person.body("refused@people.example", taken.username(), "Correct-horse-7");
            Answer first = anonymous.post(Person.REGISTER, body, "Idempotency-Key", key);
            refused(first, 409, "E4008", "username-taken");

            Answer second = anonymous.post(Person.REGISTER, body, "Idempotency-Key", key);

            assertThat(second.json().path("incident_id"))
                    .isEqualTo(first.json().path("incident_id"));
            refused(second, 409, "E4008", "username-taken");
        }

        /// Who registers has shown nothing yet that tells them from others with the same key, but
        /// their address.
        @Test
        void takesTheSameKeyWithAnotherAddressForSomebodyElse() {
            String key = UUID.randomUUID().toString();
            Answer one =
                    anonymous.post(
                            Person.REGISTER,
                            Person.body("one@people.example", "one.key", "Correct-horse-7"),
                            "Idempotency-Key",
                            key);
            Answer other =
                    anonymous.post(
                            Person.REGISTER,
                            Person.body("other@people.example", "other.key", "Correct-horse-7"),
                            "Idempotency-Key",
                            key);

            assertThat(List.of(one.status(), other.status())).containsOnly(201);
            assertThat(other.id()).isNotEqualTo(one.id());
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

        /// No answer with a token in it is kept, so there is none to repeat.
        @Test
        void beginsASessionEachTimeWhateverTheIdempotencyKey() {
            Person person = Person.register(stage);
            Map<String, String> body =
                    Map.of("username", person.username(), "password", person.password());

            Answer first = anonymous.post(Person.LOGIN, body, "Idempotency-Key", "the-same");
            Answer second = anonymous.post(Person.LOGIN, body, "Idempotency-Key", "the-same");

            assertThat(second.json().path("refresh_token"))
                    .isNotEqualTo(first.json().path("refresh_token"));
            counts(Session.of(stage, first));
            counts(Session.of(stage, second));
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
}
