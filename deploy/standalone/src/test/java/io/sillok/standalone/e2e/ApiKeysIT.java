package io.sillok.standalone.e2e;

import static io.sillok.standalone.stage.Expectations.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.standalone.stage.Answer;
import io.sillok.standalone.stage.Client;
import io.sillok.standalone.stage.OnEveryEngineHome;
import io.sillok.standalone.stage.Person;
import io.sillok.standalone.stage.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// API keys on the running platform, from their making to their end.
@ClassTemplate
@ExtendWith(OnEveryEngineHome.class)
class ApiKeysIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String KEYS = "/api/v1/api-keys";

    private final Client anonymous;
    private final Stage stage;
    private final Person owner;
    private final Client client;

    ApiKeysIT(Stage stage) {
        this.stage = stage;
        this.anonymous = stage.anonymous();
        this.owner = Person.register(stage);
        this.client = owner.signIn().client();
    }

    private Answer issue(List<String> scopes) {
        return client.post(KEYS, Map.of("name", "build", "scopes", scopes));
    }

    private Answer use(Answer issued) {
        return anonymous.get("/api/v1/users/me", "X-API-Key", issued.json().path("key").asText());
    }

    @Test
    void isToldOnceAndSpeaksForItsOwner() {
        Answer issued = issue(List.of("catalog:write"));

        assertThat(issued.status()).as("%s", issued).isEqualTo(201);
        String key = issued.json().path("key").asText();
        assertThat(key).startsWith("slk_" + issued.id());
        Answer listed = client.get(KEYS, "Consistency", "strong");
        assertThat(listed.json().at("/items/0/id").asText()).isEqualTo(issued.id());
        assertThat(listed.text()).doesNotContain(key, "digest", "\"key\"");
        assertThat(use(issued).id()).isEqualTo(owner.id());
        assertThat(
                        anonymous
                                .post("/api/v1/categories", Client.named("no"), "X-API-Key", key)
                                .reason())
                .isEqualTo("role-missing");
        refused(
                anonymous.delete("/api/v1/users/me", "X-API-Key", key),
                403,
                "E4005",
                "scope-missing");
    }

    @Test
    void countsNoMoreWhenItIsRevoked() {
        Answer issued = issue(List.of("catalog:write"));
        assertThat(use(issued).status()).isEqualTo(200);

        assertThat(client.delete(KEYS + "/" + issued.id()).status()).isEqualTo(204);

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> refused(use(issued), 401, "E4003", "api-key-refused"));
        assertThat(client.get(KEYS, "Consistency", "strong").json().path("total").asInt()).isZero();
    }

    @Test
    void countsNoMoreWhenItsOwnerMayDoNothing() {
        Answer issued = issue(List.of("catalog:write"));

        stage.admin().patch("/api/v1/users/" + owner.id(), Map.of("active", false));

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> refused(use(issued), 401, "E4003", "api-key-refused"));
    }

    @Test
    void isRevokedByItsOwnerAndAdministratorsOnly() {
        Answer issued = issue(List.of("catalog:write"));
        Client stranger = Person.register(stage).signIn().client();

        refused(stranger.delete(KEYS + "/" + issued.id()), 404, "E4007", "api-key-not-found");
        assertThat(stage.admin().delete(KEYS + "/" + issued.id()).status()).isEqualTo(204);
    }

    @Test
    void isTheSameWhenItIsAskedForAgain() {
        String key = UUID.randomUUID().toString();
        Map<String, String> body = Map.of("name", "again");

        Answer first = client.post(KEYS, body, "Idempotency-Key", key);
        Answer second = client.post(KEYS, body, "Idempotency-Key", key);

        assertThat(first.status()).as("%s", first).isEqualTo(201);
        assertThat(second.text()).isEqualTo(first.text());
        refused(
                client.post(KEYS, Map.of("name", "another"), "Idempotency-Key", key),
                422,
                "E4010",
                "idempotency-key-reused");
    }

    @Test
    void isNotMadeOfBadInput() {
        refused(client.post(KEYS, Map.of()), 400, "E4002", "field-required");
        refused(issue(List.of("audit:read")), 400, "E4001", "invalid-field");
        refused(issue(List.of("account:manage")), 400, "E4001", "invalid-field");
        refused(
                client.post(KEYS, Map.of("name", "x", "expires_at", "tomorrow")),
                400,
                "E4001",
                "invalid-field");
        refused(
                client.post(KEYS, Map.of("name", "x", "expires_at", "2020-01-01T00:00:00Z")),
                400,
                "E4001",
                "expiry-out-of-range");
        refused(
                anonymous.get("/api/v1/users/me", "X-API-Key", "slk_x"),
                401,
                "E4003",
                "api-key-refused");
    }
}
