package io.sillok.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.schemas.topics.Topics;
import io.sillok.standalone.EngineAddresses;
import io.sillok.standalone.stage.Answer;
import io.sillok.standalone.stage.Client;
import io.sillok.standalone.stage.OnEveryEngineHome;
import io.sillok.standalone.stage.Person;
import io.sillok.standalone.stage.Person.Session;
import io.sillok.standalone.stage.PostgresText;
import io.sillok.standalone.stage.SegmentFiles;
import io.sillok.standalone.stage.Stage;
import io.sillok.standalone.stage.Traces;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Whoever gets hold of the disks of the log learns nothing of anybody.
@ClassTemplate
@ExtendWith(OnEveryEngineHome.class)
class NoPersonalDataOnTheLogIT {

    private static final String EMAIL = "Ha.Neul-Park@people.example";
    private static final String SECOND_EMAIL = "skye.park@people.example";
    private static final String USERNAME = "ha.neul_park";
    private static final String FULL_NAME = "박하늘 Élodie";
    private static final String KEY_NAME = "하늘의 노트북";
    private static final String PASSWORD = "Correct-horse-7";
    private static final String SECOND_PASSWORD = "Battery-staple-8";
    private static final Pattern HASH =
            Pattern.compile("\\$argon2id\\$[A-Za-z0-9$=,+/]*\\$([A-Za-z0-9+/]{20,})");
    private static final String PLANTED = "심은 글자 plantedwombat";

    private final Stage stage;

    NoPersonalDataOnTheLogIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void noSegmentHoldsWhoSomebodyIsOrHowTheySignIn() {
        KafkaSettings kafka = KafkaSettings.single(stage.addresses().kafka(), stage.namespace());
        SegmentFiles log = SegmentFiles.of(kafka);
        assumeTrue(Files.isDirectory(log.folder()), "the broker's disk is on this machine");
        List<String> secrets = new ArrayList<>(live());
        secrets.addAll(hashes());
        assertThat(secrets).hasSizeGreaterThan(8);
        stage.admin().post("/api/v1/categories", Client.named(PLANTED));
        erase();

        List<Path> segments = log.of(stage.namespace().value());

        assertThat(segments).anyMatch(this::isOfIdentity);
        assertThat(found(segments, new Traces(List.of(PLANTED)))).isNotEmpty();
        assertThat(found(segments, new Traces(secrets))).isEmpty();
    }

    private boolean isOfIdentity(Path segment) {
        return segment.toString()
                .contains("/" + Topics.IDENTITY_EVENTS.in(stage.namespace()) + "-");
    }

    /// Everything that identity offers, good and bad.
    ///
    /// @return what must not be found
    private List<String> live() {
        Answer registered =
                stage.anonymous()
                        .post(
                                Person.REGISTER,
                                Map.of(
                                        "email", EMAIL,
                                        "username", USERNAME,
                                        "password", PASSWORD,
                                        "full_name", FULL_NAME),
                                "Idempotency-Key",
                                "registered-once");
        assertThat(registered.status()).as("%s", registered).isEqualTo(201);
        stage.anonymous()
                .post(Person.REGISTER, Person.body(EMAIL, "another.name", SECOND_PASSWORD));
        login("wrong-" + PASSWORD);
        Session first = Session.of(stage, login(PASSWORD));
        Session second = Session.of(stage, first.refresh());
        Client client = second.client();
        Answer key =
                client.post(
                        "/api/v1/api-keys",
                        Map.of("name", KEY_NAME),
                        "Idempotency-Key",
                        "issued-once");
        assertThat(key.status()).as("%s", key).isEqualTo(201);
        assertThat(
                        client.put(
                                        "/api/v1/users/me",
                                        Map.of(
                                                "email", SECOND_EMAIL,
                                                "username", USERNAME,
                                                "full_name", FULL_NAME))
                                .status())
                .isEqualTo(200);
        return List.of(
                EMAIL,
                SECOND_EMAIL,
                USERNAME,
                FULL_NAME,
                KEY_NAME,
                PASSWORD,
                SECOND_PASSWORD,
                key.json().path("key").asText(),
                first.refreshToken(),
                second.refreshToken());
    }

    private Answer login(String password) {
        return stage.anonymous()
                .post(Person.LOGIN, Map.of("username", USERNAME, "password", password));
    }

    /// The hashes of passwords that the directory has, whole and the digest alone, also as bytes.
    private Set<String> hashes() {
        EngineAddresses at = stage.addresses();
        String all =
                String.join(
                        "\n",
                        new PostgresText(
                                        at.postgresUrl(),
                                        at.postgresUser(),
                                        at.postgresPassword(),
                                        stage.namespace().value())
                                .rows());
        Set<String> hashes = new TreeSet<>();
        Matcher matcher = HASH.matcher(all);
        while (matcher.find()) {
            hashes.add(matcher.group());
            hashes.add(matcher.group(1));
            byte[] digest = Base64.getDecoder().decode(matcher.group(1));
            hashes.add(HexFormat.of().formatHex(digest));
        }
        assertThat(hashes).isNotEmpty();
        return hashes;
    }

    private void erase() {
        Client client = Session.of(stage, login(PASSWORD)).client();
        assertThat(client.delete("/api/v1/users/me").status()).isEqualTo(204);
    }

    private static Set<String> found(List<Path> segments, Traces traces) {
        Set<String> found = new TreeSet<>();
        for (Path segment : segments) {
            traces.in(SegmentFiles.content(segment))
                    .forEach(trace -> found.add(segment + ": " + trace));
        }
        return found;
    }
}
