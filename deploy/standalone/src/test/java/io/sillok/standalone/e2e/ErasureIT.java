package io.sillok.standalone.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.platform.blobs.FileBlobStore;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.stores.OpenSearchSettings;
import io.sillok.platform.stores.Postgres;
import io.sillok.platform.stores.PostgresSettings;
import io.sillok.platform.stores.Search;
import io.sillok.platform.stores.personal.FileMasterKey;
import io.sillok.platform.stores.personal.PersonKeyVault;
import io.sillok.processors.catalog.projection.CatalogProjections;
import io.sillok.processors.engine.projection.ProjectionRebuild.Comparison;
import io.sillok.processors.engine.projection.ProjectionRunner;
import io.sillok.processors.engine.projection.StoredProjection;
import io.sillok.processors.engine.projection.StoredProjection.Surroundings;
import io.sillok.processors.identity.projection.IdentityProjections;
import io.sillok.queryapi.log.ChainVerifier;
import io.sillok.standalone.EngineAddresses;
import io.sillok.standalone.stage.Answer;
import io.sillok.standalone.stage.Client;
import io.sillok.standalone.stage.ErasureReports;
import io.sillok.standalone.stage.OnEveryEngineHome;
import io.sillok.standalone.stage.Person;
import io.sillok.standalone.stage.Person.Session;
import io.sillok.standalone.stage.PostgresText;
import io.sillok.standalone.stage.Stage;
import io.sillok.standalone.stage.Traces;
import io.sillok.standalone.stage.Upload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Somebody wants to be forgotten.
@ClassTemplate
@ExtendWith(OnEveryEngineHome.class)
class ErasureIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String PASSWORD = "Correct-horse-7";

    private final Stage stage;
    private final Client admin;

    ErasureIT(Stage stage) {
        this.stage = stage;
        this.admin = stage.admin();
    }

    @Test
    void leavesNothingOfThePerson() {
        Answer registered = register("gaya.kim@people.example", "gaya.kim", "김가야");
        String id = registered.id();
        Session session = signIn("gaya.kim");
        Client gaya = session.client();
        Client bob = Person.register(stage).signIn().client();
        assertThat(gaya.post("/api/v1/api-keys", Map.of("name", "가야의 열쇠")).status()).isEqualTo(201);
        String own = upload(gaya, "가야만 아는 이야기 zeroxwombat");
        String shared = upload(gaya, "둘이 함께 아는 이야기 sharedwombat");
        String bobs = upload(bob, "둘이 함께 아는 이야기 sharedwombat");
        String item = item(gaya, "가야의 물건 itemwombat");
        String post = post(gaya, "가야의 글 postwombat");
        String booking = booking(gaya);
        begin(gaya, "절반만 온 이야기 halfwombat");
        Instant before = Instant.now();
        Traces traces =
                new Traces(
                        List.of(
                                "gaya.kim@people.example",
                                "gaya.kim",
                                "김가야",
                                "가야의 열쇠",
                                "zeroxwombat",
                                "halfwombat",
                                PASSWORD));
        assertThat(traces.in(postgres())).isNotEmpty();
        assertThat(traces.in(blobs())).isNotEmpty();

        assertThat(gaya.delete("/api/v1/users/me").status()).isEqualTo(204);

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> session.statusOfRead() == 401 && session.statusOfCommand() == 401);
        // 403, as to whoever is not active, until the credentials are gone too
        Awaitility.await().atMost(PATIENCE).until(() -> signInStatus("gaya.kim") == 401);
        assertThat(awaitErasure(id))
                .contains(
                        "person-keys 1 0",
                        "uploads 1 0",
                        "users 1 0",
                        "materials 2 0",
                        "materials-search 2 0")
                .contains("items 1 0", "items-search 1 0", "posts 1 0", "posts-search 1 0")
                .contains("bookings 1 0")
                .allMatch(tally -> tally.endsWith(" 0"));

        assertThat(admin.get("/api/v1/users/" + id, "Consistency", "strong").status())
                .isEqualTo(404);
        for (String path : List.of(own, shared)) {
            assertThat(admin.get(path, "Consistency", "strong").status()).isEqualTo(404);
            assertThat(admin.get(path + "/download").status()).isEqualTo(404);
            assertThat(admin.get(path + "?as_of=" + before).status()).isEqualTo(404);
        }
        for (String path : List.of(item, post)) {
            assertThat(admin.get(path, "Consistency", "strong").status()).isEqualTo(404);
        }
        assertThat(admin.get(booking, "Consistency", "strong").json().path("status").asText())
                .isEqualTo("cancelled");
        assertThat(found("zeroxwombat")).isEmpty();
        assertThat(found("itemwombat")).isEmpty();
        assertThat(found("postwombat")).isEmpty();
        assertThat(found("sharedwombat"))
                .containsExactly(bobs.substring(bobs.lastIndexOf('/') + 1));
        assertThat(bob.get(bobs + "/download").text()).contains("sharedwombat");
        assertThat(traces.in(postgres())).isEmpty();
        assertThat(traces.in(blobs())).isEmpty();
        assertThat(traces.in(audit(id))).isEmpty();

        rebuildEverything();

        assertThat(traces.in(postgres())).isEmpty();
        assertThat(found("zeroxwombat")).isEmpty();
        JsonNode command =
                admin.get("/api/v1/commands/" + registered.required("Command-Id")).json();
        assertThat(command.findValue("redacted").toString()).contains("email", "username");
        assertThat(ChainVerifier.verify(kafka()).isSound()).isTrue();

        Answer again = register("gaya.kim@people.example", "gaya.kim", "김가야");
        assertThat(again.id()).isNotEqualTo(id);
        assertThat(signInStatus("gaya.kim")).isEqualTo(200);
    }

    @Test
    void goesOnWhereverProcessorsAreKilled() {
        String id = register("nora.lee@people.example", "nora.lee", "이노라").id();
        Client nora = signIn("nora.lee").client();
        String own = upload(nora, "노라의 이야기 killedwombat");

        assertThat(nora.delete("/api/v1/users/me").status()).isEqualTo(204);
        for (int i = 0; i < 3; i++) {
            stage.processors().kill();
            stage.processors().start();
        }

        assertThat(awaitErasure(id)).allMatch(tally -> tally.endsWith(" 0"));
        assertThat(admin.get(own, "Consistency", "strong").status()).isEqualTo(404);
        assertThat(found("killedwombat")).isEmpty();
        assertThat(new Traces(List.of("nora.lee@people.example", "killedwombat")).in(postgres()))
                .isEmpty();
    }

    private Answer register(String email, String username, String fullName) {
        Answer answer =
                stage.anonymous()
                        .post(
                                Person.REGISTER,
                                Map.of(
                                        "email", email,
                                        "username", username,
                                        "password", PASSWORD,
                                        "full_name", fullName));
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer;
    }

    private Session signIn(String name) {
        return Session.of(stage, login(name));
    }

    private int signInStatus(String name) {
        return login(name).status();
    }

    private Answer login(String name) {
        return stage.anonymous().post(Person.LOGIN, Map.of("username", name, "password", PASSWORD));
    }

    private static String upload(Client client, String words) {
        Answer created = client.upload(Upload.text("이야기", words), "Prefer", "wait=30");
        assertThat(created.status()).as("%s", created).isEqualTo(201);
        return "/api/v1/materials/" + created.id();
    }

    private static String item(Client owner, String title) {
        return made(owner, "/api/v1/items", Map.of("title", title, "price", "1000"));
    }

    private static String post(Client author, String title) {
        return made(author, "/api/v1/posts", Map.of("title", title, "content", "<p>words</p>"));
    }

    /// Begins an upload of which only these words have come.
    private static void begin(Client client, String words) {
        byte[] bytes = words.getBytes(UTF_8);
        String title = Base64.getEncoder().encodeToString("halfwombat".getBytes(UTF_8));
        Answer begun =
                client.command(
                        "POST",
                        "/api/v1/uploads",
                        BodyPublishers.ofByteArray(bytes),
                        "Tus-Resumable",
                        "1.0.0",
                        "Upload-Length",
                        Long.toString(bytes.length + 1_000),
                        "Upload-Metadata",
                        "filename aGFsZi50eHQ=,filetype dGV4dC9wbGFpbg==,title " + title,
                        "Content-Type",
                        "application/offset+octet-stream");
        assertThat(begun.status()).as("%s", begun).isEqualTo(201);
        assertThat(begun.required("Upload-Offset")).isEqualTo(Integer.toString(bytes.length));
    }

    private String booking(Client booker) {
        Map<String, Object> talent =
                Map.of("name", "한결", "description", "런웨이와 화보, 경력 7년", "price_per_hour", 50_000);
        String model = made(admin, "/api/v1/models", talent);
        return made(
                booker,
                "/api/v1/bookings",
                Map.of(
                        "model_id", model.substring(model.lastIndexOf('/') + 1),
                        "start", "2098-05-01T10:00:00Z",
                        "end", "2098-05-01T12:00:00Z"));
    }

    private static String made(Client client, String collection, Map<String, ?> body) {
        Answer created = client.post(collection, body);
        assertThat(created.status()).as("%s", created).isEqualTo(201);
        return collection + "/" + created.id();
    }

    private List<String> awaitErasure(String user) {
        ErasureReports reports = new ErasureReports(admin, user);
        reports.await("complete");
        return reports.tallies();
    }

    private List<String> found(String word) {
        Answer found = admin.get("/api/v1/search?q=" + word, "Consistency", "strong");
        assertThat(found.status()).as("%s", found).isEqualTo(200);
        return found.json().path("items").findValuesAsText("id");
    }

    private byte[] audit(String user) {
        Answer lines = admin.get("/api/v1/audit/export?subject=users/" + user);
        assertThat(lines.text()).contains("user-registered", "user-erased");
        return lines.bytes();
    }

    private byte[] postgres() {
        EngineAddresses at = stage.addresses();
        List<String> rows =
                new PostgresText(
                                at.postgresUrl(),
                                at.postgresUser(),
                                at.postgresPassword(),
                                stage.namespace().value())
                        .rows();
        return String.join("\n", rows).getBytes(UTF_8);
    }

    private byte[] blobs() {
        try (Stream<Path> files = Files.walk(stage.blobs())) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), UTF_8)).append('\n');
            }
            return all.toString().getBytes(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runners that are running go on with the version that they began with.
    private void rebuildEverything() {
        EngineAddresses at = stage.addresses();
        PostgresSettings database =
                new PostgresSettings(
                        at.postgresUrl(),
                        at.postgresUser(),
                        at.postgresPassword(),
                        stage.namespace());
        try (Postgres postgres = Postgres.open(database, "rebuild", 4);
                Search search =
                        Search.open(
                                new OpenSearchSettings(
                                        List.of(at.openSearch()), stage.namespace()))) {
            var keys = new PersonKeyVault(postgres, FileMasterKey.in(stage.masterKey()));
            Surroundings around = new Surroundings(kafka(), postgres, InstantSource.system());
            List<StoredProjection<?>> all =
                    new ArrayList<>(IdentityProjections.inPostgres(around, keys));
            all.addAll(CatalogProjections.inPostgres(around));
            all.addAll(
                    CatalogProjections.inOpenSearch(
                            around, search, FileBlobStore.open(stage.blobs())));
            all.forEach(ErasureIT::rebuild);
        }
        stage.restart();
    }

    private static void rebuild(StoredProjection<?> projection) {
        var rebuild = projection.rebuild();
        try (ProjectionRunner runner = rebuild.begin()) {
            runner.start();
            assertThat(rebuild.compare(PATIENCE))
                    .as("%s", rebuild.next())
                    .isInstanceOf(Comparison.Equal.class);
        }
        rebuild.switchOver();
    }

    private KafkaSettings kafka() {
        return KafkaSettings.single(stage.addresses().kafka(), stage.namespace());
    }
}
