package io.sillok.commandapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.commandapi.Client.Answer;
import io.sillok.platform.kafka.ConsistencyToken;
import io.sillok.schemas.catalog.CategoryCommand;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.topics.Topics;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the API does by itself, on a real log on which nobody decides.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandApiIT {

    private static final String MATERIAL = "/api/v1/materials/0190a3b4-0000-7000-8000-000000000000";
    private static final String CATEGORY =
            "/api/v1/categories/0190a3b4-0000-7000-8000-000000000000";

    private final ApiStage stage;
    private final Installation installation;
    private final Client client;

    CommandApiIT(@TempDir Path folder) {
        this.stage = ApiStage.in(folder);
        this.installation = stage.installation();
        this.client = stage.client();
    }

    @AfterAll
    void stop() {
        stage.close();
    }

    private HttpRequest.Builder json(String method, String path, String body, Role... roles) {
        return client.as(path, roles)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
    }

    @Nested
    class Answering {

        @Test
        void saysWhereTheOutcomeWillBeWhenItIsNotSettledInTime() {
            Answer answer =
                    client.send(
                            client.category("{\"name\":\" Safety \"}")
                                    .header("Prefer", "wait=1")
                                    .header("X-Request-Id", "mine"));

            String id = answer.header("Command-Id");
            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.header("Location")).isEqualTo("/api/v1/commands/" + id);
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            assertThat(answer.header("Preference-Applied")).isEqualTo("wait=1");
            assertThat(answer.json().path("outcome").asText()).isEqualTo("pending");
            assertThat(answer.json().path("id").asText()).isEqualTo(id);
            CommandEnvelope<Object> command = stage.taken(answer);
            assertThat(command.command())
                    .isInstanceOfSatisfying(
                            CategoryCommand.Create.class,
                            create -> assertThat(create.name()).isEqualTo("Safety"));
            assertThat(command.actor().id()).isEqualTo("ada");
            assertThat(command.traceparent()).contains(answer.header("traceparent"));
            assertThat(command.expectedVersion()).isEmpty();
        }

        @Test
        void doesNotWaitForWhoDoesNotWantTo() {
            Answer answer =
                    client.send(
                            client.category("{\"name\":\"Safety\"}")
                                    .header("Prefer", "respond-async, wait=30"));

            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.header("Preference-Applied")).isEqualTo("respond-async");
        }

        @Test
        void namesThePlaceOfTheCommandOnTheLog() {
            Answer answer =
                    client.send(client.category("{\"name\":\"x\"}").header("Prefer", "wait=0"));

            var token = ConsistencyToken.parse(answer.header("Consistency-Token")).orElseThrow();
            assertThat(token.positions())
                    .singleElement()
                    .satisfies(
                            position ->
                                    assertThat(position.topic())
                                            .isEqualTo(
                                                    Topics.CATALOG_COMMANDS.in(
                                                            installation
                                                                    .settings()
                                                                    .kafka()
                                                                    .namespace())));
        }

        @Test
        void putsTheExpectedVersionIntoTheCommand() {
            Answer answer =
                    client.send(
                            json("PUT", MATERIAL, "{\"title\":\"t\"}", Role.USER)
                                    .header("If-Match", "\"7\"")
                                    .header("Prefer", "wait=0"));

            assertThat(stage.taken(answer).expectedVersion()).isEqualTo(OptionalLong.of(7));
        }

        @Test
        void takesAnyVersionForAStar() {
            Answer answer =
                    client.send(
                            client.as(CATEGORY, Role.ADMIN)
                                    .DELETE()
                                    .header("If-Match", "*")
                                    .header("Prefer", "wait=0"));

            assertThat(stage.taken(answer).expectedVersion()).isEmpty();
            assertThat(stage.taken(answer).command()).isInstanceOf(CategoryCommand.Archive.class);
        }

        @Test
        void givesARepeatedRequestTheSameResourceAndAnotherRequestAnotherFingerprint() {
            CommandEnvelope<Object> first = repeatable("k-1", "Safety");
            CommandEnvelope<Object> repeat = repeatable("k-1", "Safety");
            CommandEnvelope<Object> misuse = repeatable("k-1", "Fire");
            CommandEnvelope<Object> other = repeatable("k-2", "Safety");

            assertThat(repeat.id()).isNotEqualTo(first.id());
            assertThat(repeat.subject()).isEqualTo(first.subject());
            assertThat(repeat.idempotency()).isEqualTo(first.idempotency());
            assertThat(misuse.subject()).isEqualTo(first.subject());
            assertThat(misuse.idempotency()).isNotEqualTo(first.idempotency());
            assertThat(other.subject()).isNotEqualTo(first.subject());
        }

        private CommandEnvelope<Object> repeatable(String key, String name) {
            return stage.taken(
                    client.send(
                            client.category("{\"name\":\"" + name + "\"}")
                                    .header("Idempotency-Key", key)
                                    .header("Prefer", "wait=0")));
        }
    }

    @Nested
    class Refusing {

        @Test
        void whoDoesNotSayWhoTheyAre() {
            assertThat(
                            stage.refused(
                                    client.anonymous("/api/v1/categories")
                                            .POST(BodyPublishers.noBody())))
                    .isEqualTo("401 E4006 token-missing");
            assertThat(stage.refused(client.anonymous(MATERIAL).DELETE()))
                    .isEqualTo("401 E4006 token-missing");
            assertThat(
                            stage.refused(
                                    client.anonymous(MATERIAL)
                                            .header("Authorization", "Bearer x.y.z")
                                            .DELETE()))
                    .isEqualTo("401 E4006 token-refused");
        }

        @Test
        void whoMayNotCurate() {
            assertThat(stage.refused(json("POST", "/api/v1/categories", "{}", Role.USER)))
                    .isEqualTo("403 E4005 role-missing");
            assertThat(stage.refused(client.as(CATEGORY, Role.USER).DELETE()))
                    .isEqualTo("403 E4005 role-missing");
            assertThat(stage.refused(json("PUT", CATEGORY, "{}")))
                    .isEqualTo("403 E4005 role-missing");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '\0',
                textBlock =
                        """
                        {} | 400 E4002 field-required
                        {"name":null} | 400 E4002 field-required
                        {"name":"  "} | 400 E4001 invalid-field
                        {"name":"a\\u0000b"} | 400 E4001 invalid-field
                        {"name":["a"]} | 400 E4001 invalid-field
                        {"name":"a","colour":"b"} | 400 E4001 unknown-field
                        {"name":"a" | 400 E4001 malformed-json
                        """)
        void aCategoryThatIsNotWellFormed(String body, String problem) {
            assertThat(stage.refused(json("POST", "/api/v1/categories", body, Role.EDITOR)))
                    .isEqualTo(problem);
        }

        @Test
        void aNameThatIsTooLong() {
            String body = "{\"name\":\"" + "x".repeat(101) + "\"}";

            assertThat(stage.refused(json("POST", "/api/v1/categories", body, Role.EDITOR)))
                    .isEqualTo("400 E4001 invalid-field");
        }

        @Test
        void textOfAMaterialThatIsNotWellFormed() {
            String title = "{\"title\":\"" + "x".repeat(300) + "\",\"category_id\":\"x\"}";

            Answer answer = client.send(json("PUT", MATERIAL, title, Role.USER));

            assertThat(answer.problem()).isEqualTo("400 E4001 invalid-field");
            assertThat(answer.json().path("violations"))
                    .extracting(violation -> violation.path("field").asText())
                    .containsExactly("title", "category_id");
        }

        @Test
        void anIdThatIsNone() {
            assertThat(stage.refused(client.as("/api/v1/materials/7", Role.USER).DELETE()))
                    .isEqualTo("404 E4007 material-not-found");
            assertThat(stage.refused(json("PUT", "/api/v1/categories/x", "{}", Role.ADMIN)))
                    .isEqualTo("404 E4007 category-not-found");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '\0',
                textBlock =
                        """
                        7 | 400 E4001 malformed-etag
                        "7", "8" | 400 E4001 several-versions
                        W/"7" | 412 E4009 stale-version
                        "seven" | 412 E4009 stale-version
                        """)
        void aPreconditionThatCannotBeMet(String ifMatch, String problem) {
            assertThat(
                            stage.refused(
                                    client.as(MATERIAL, Role.USER)
                                            .DELETE()
                                            .header("If-Match", ifMatch)))
                    .isEqualTo(problem);
        }

        @ParameterizedTest
        @ValueSource(strings = {"a b", "a\tb"})
        void anIdempotencyKeyThatIsNone(String key) {
            assertThat(
                            stage.refused(
                                    client.category("{\"name\":\"x\"}")
                                            .header("Idempotency-Key", key)))
                    .isEqualTo("400 E4001 malformed-idempotency-key");
        }

        @Test
        void anIdempotencyKeyThatIsTooLong() {
            assertThat(
                            stage.refused(
                                    client.category("{\"name\":\"x\"}")
                                            .header("Idempotency-Key", "k".repeat(256))))
                    .isEqualTo("400 E4001 malformed-idempotency-key");
        }
    }

    @Nested
    class Serving {

        @Test
        void publishesTheKeysOfItsTokens() {
            Answer answer = client.send(client.anonymous("/.well-known/jwks.json"));

            assertThat(answer.json().at("/keys/0/alg").asText()).isEqualTo("ES256");
            assertThat(answer.text()).doesNotContain("\"d\"");
        }

        @Test
        void isReadyWhenAllItNeedsIsThere() {
            await().untilAsserted(
                            () ->
                                    assertThat(
                                                    client.send(client.anonymous("/health/ready"))
                                                            .status())
                                            .isEqualTo(200));
            JsonNode checks = client.send(client.anonymous("/health")).json().path("checks");
            assertThat(checks.fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder(
                            "memory",
                            "settlements",
                            "identity-settlements",
                            "bookings-settlements",
                            "generation-settlements",
                            "generation-answers",
                            "revocations",
                            "files",
                            "log");
        }

        @Test
        void describesEveryCommand() {
            JsonNode api = client.send(client.anonymous("/openapi.json")).json();

            assertThat(api.path("paths").fieldNames())
                    .toIterable()
                    .contains(
                            "/api/v1/categories",
                            "/api/v1/categories/{id}",
                            "/api/v1/materials",
                            "/api/v1/materials/{id}");
            assertThat(api.at("/components/schemas/MaterialBody/properties").fieldNames())
                    .toIterable()
                    .containsExactly("title", "description", "category_id");
            JsonNode create = api.path("paths").path("/api/v1/categories").path("post");
            assertThat(create.path("parameters"))
                    .extracting(parameter -> parameter.path("name").asText())
                    .containsExactly("Prefer", "Idempotency-Key");
            assertThat(create.path("responses").fieldNames()).toIterable().contains("201", "202");
        }
    }
}
