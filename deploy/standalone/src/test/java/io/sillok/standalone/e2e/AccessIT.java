package io.sillok.standalone.e2e;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.platform.web.access.Scopes;
import io.sillok.schemas.envelope.Role;
import io.sillok.standalone.authorization.AuthorizationTable;
import io.sillok.standalone.authorization.AuthorizationTable.Row;
import io.sillok.standalone.authorization.Demand;
import io.sillok.standalone.authorization.Endpoint;
import io.sillok.standalone.authorization.Operations;
import io.sillok.standalone.stage.Answer;
import io.sillok.standalone.stage.BookingsLedger;
import io.sillok.standalone.stage.Client;
import io.sillok.standalone.stage.OnEveryEngineHome;
import io.sillok.standalone.stage.Stage;
import io.sillok.standalone.stage.Upload;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Who may not, does not: on every endpoint of the running platform.
@ClassTemplate
@ExtendWith(OnEveryEngineHome.class)
class AccessIT {

    private static final String NOBODYS = UUID.randomUUID().toString();

    private final Stage stage;
    private final Client anonymous;
    private final AuthorizationTable table = AuthorizationTable.read();

    AccessIT(Stage stage) {
        this.stage = stage;
        this.anonymous = stage.anonymous();
    }

    private URI api(String name) {
        return name.equals("command") ? anonymous.commandApi() : anonymous.queryApi();
    }

    private Answer call(Client client, Endpoint endpoint) {
        return client.send(
                api(endpoint.api()),
                endpoint.method(),
                endpoint.path().replaceAll("\\{[a-z_]+}", NOBODYS),
                BodyPublishers.noBody());
    }

    /// A HEAD has no body: there the status says it all.
    private static void refused(Endpoint endpoint, Answer answer, int status, String code) {
        assertThat(answer.status()).as("%s: %s", endpoint, answer).isEqualTo(status);
        if (!endpoint.method().equals("HEAD")) {
            refused(answer, status, code);
        }
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.required("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("incident_id").asText()).matches("INC-\\d{8}-[0-9A-F]{8}");
    }

    @Nested
    class Endpoints {

        @Test
        void areAllInTheTable() {
            for (String api : List.of("command", "query")) {
                JsonNode document =
                        anonymous
                                .send(api(api), "GET", "/openapi.json", BodyPublishers.noBody())
                                .json();
                assertThat(Operations.of(api, document).map(Endpoint::toString))
                        .isNotEmpty()
                        .isSubsetOf(table.demands().keySet());
            }
        }

        @Test
        void takeATokenUnlessTheTableSaysAnybody() {
            for (Row row : table.rows()) {
                Answer answer = call(anonymous, row.endpoint());
                if (row.demand() instanceof Demand.Nothing) {
                    assertThat(answer.status()).as("%s", row.endpoint()).isNotIn(401, 403);
                } else {
                    refused(row.endpoint(), answer, 401, "E4006");
                }
            }
        }

        @Test
        void takeTheRoleThatTheTableNames() {
            rights().forEach(
                            row -> {
                                Role role = ((Demand.Right) row.demand()).role();
                                Client lower = stage.client("low", below(role), Scopes.ALL);
                                refused(row.endpoint(), call(lower, row.endpoint()), 403, "E4005");
                            });
        }

        @Test
        void takeTheScopeThatTheTableNames() {
            rights().filter(row -> !((Demand.Right) row.demand()).scope().isEmpty())
                    .forEach(
                            row -> {
                                Set<String> scopes = new HashSet<>(Scopes.ALL);
                                scopes.remove(((Demand.Right) row.demand()).scope());
                                Client narrow =
                                        stage.client("narrow", Set.of(Role.values()), scopes);
                                refused(row.endpoint(), call(narrow, row.endpoint()), 403, "E4005");
                            });
        }

        private Stream<Row> rights() {
            return table.rows().stream().filter(row -> row.demand() instanceof Demand.Right);
        }

        private static Set<Role> below(Role role) {
            return Set.of(Role.values()).stream()
                    .filter(each -> each.compareTo(role) < 0)
                    .collect(toSet());
        }

        @Test
        void ofAnothersThingsAreRefusedByTheDecider() {
            Client owner = stage.client("owner", Role.USER);
            Client stranger = stage.client("stranger", Role.USER);
            Answer made = owner.upload(Upload.text("mine", "words"));
            String material = "/api/v1/materials/" + made.id();
            JsonNode before = owner.get(material, "Consistency", "strong").json();

            refused(stranger.put(material, Client.titled("yours")), 403, "E4005");
            refused(stranger.delete(material), 403, "E4005");

            assertThat(owner.get(material, "Consistency", "strong").json()).isEqualTo(before);
            assertThat(decidedFurther("materials")).isEqualTo(2);
        }

        @Test
        void ofAnothersItemAreRefusedByTheDecider() {
            staysAsItIs("items", Map.of("title", "mine", "price", "1"));
        }

        @Test
        void ofAnothersPostAreRefusedByTheDecider() {
            staysAsItIs("posts", Map.of("title", "mine", "content", "words"));
        }

        private void staysAsItIs(String collection, Map<String, String> body) {
            Client owner = stage.client("owner", Role.USER);
            Answer made = owner.post("/api/v1/" + collection, body);
            String path = "/api/v1/" + collection + "/" + made.id();
            long events = stage.countEvents();

            for (Client other : others()) {
                writesAreRefused(other, path, body);
            }

            assertThat(stage.countEvents()).isEqualTo(events);
            assertThat(owner.get(path, "Consistency", "strong").json()).isEqualTo(made.json());
            assertThat(decidedFurther(collection)).isEqualTo(2);
        }

        @Test
        void ofAnothersBookingAreRefusedByTheDecider() {
            Client owner = stage.client("owner", Role.USER);
            Answer made = booked(owner);
            String path = "/api/v1/bookings/" + made.id();
            BookingsLedger ledger = new BookingsLedger(stage);
            long events = ledger.countEvents();

            for (Client other : others()) {
                writesAreRefused(other, path, period(14));
                readsAreRefused(other, made);
            }

            assertThat(ledger.countEvents()).isEqualTo(events);
            assertThat(owner.get(path, "Consistency", "strong").json()).isEqualTo(made.json());
            assertThat(decidedFurther("bookings")).isEqualTo(2);
        }

        private List<Client> others() {
            return List.of(
                    stage.client("stranger", Role.USER),
                    stage.client("editor", Role.USER, Role.EDITOR));
        }

        private static void writesAreRefused(Client other, String path, Map<String, String> body) {
            refused(other.put(path, body), 403, "E4005");
            refused(other.put(path, body, "If-Match", "\"1\""), 403, "E4005");
            refused(other.delete(path), 403, "E4005");
            refused(other.delete(path, "If-Match", "\"1\""), 403, "E4005");
            assertThat(other.patch(path, body).status()).isEqualTo(405);
            assertThat(other.post(path, body).status()).isEqualTo(405);
        }

        private static void readsAreRefused(Client other, Answer booking) {
            String path = "/api/v1/bookings/" + booking.id();
            String then = Stage.encoded(booking.json().path("updated_at").asText());
            refused(other.get(path, "Consistency", "strong"), 403, "E4005");
            refused(other.get(path + "?as_of=" + then), 403, "E4005");
            refused(other.get(path, "If-None-Match", "\"1\""), 403, "E4005");
            String talent = booking.json().path("model_id").asText();
            assertThat(
                            other.get("/api/v1/bookings?model_id=" + talent)
                                    .json()
                                    .path("total")
                                    .asInt())
                    .isZero();
        }

        private long decidedFurther(String collection) {
            return table.rows().stream()
                    .filter(Row::isDecidedFurther)
                    .filter(row -> row.endpoint().path().contains("/" + collection + "/"))
                    .count();
        }

        private Answer booked(Client booker) {
            Answer talent =
                    stage.admin()
                            .post(
                                    "/api/v1/models",
                                    Map.of(
                                            "name", "Somebody",
                                            "description", "somebody to be booked",
                                            "price_per_hour", 50_000));
            Map<String, String> wish = new HashMap<>(period(10));
            wish.put("model_id", talent.id());
            return booker.post("/api/v1/bookings", wish);
        }

        private static Map<String, String> period(int hour) {
            return Map.of(
                    "start", "2098-05-01T%d:00:00Z".formatted(hour),
                    "end", "2098-05-01T%d:00:00Z".formatted(hour + 1));
        }
    }
}
