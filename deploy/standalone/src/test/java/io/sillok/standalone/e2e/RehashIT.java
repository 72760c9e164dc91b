package io.sillok.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.commandapi.identity.passwords.Cost;
import io.sillok.standalone.EngineAddresses;
import io.sillok.standalone.stage.Answer;
import io.sillok.standalone.stage.EarlierRelease;
import io.sillok.standalone.stage.OnEveryEngineHome;
import io.sillok.standalone.stage.Person;
import io.sillok.standalone.stage.Person.Session;
import io.sillok.standalone.stage.PostgresText;
import io.sillok.standalone.stage.Stage;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Passwords cost more than they did, and whoever signs in pays the new price from then on.
@ClassTemplate
@ExtendWith(OnEveryEngineHome.class)
class RehashIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CHEAP = "$argon2id$v=19$m=8192,t=1,p=1$";
    private static final String USUAL = "$argon2id$v=19$m=19456,t=2,p=1$";
    private static final Pattern HASH = Pattern.compile("\\$argon2id\\$[A-Za-z0-9$=,+/]+");

    private final Stage stage;

    RehashIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void aHashThatCostLessIsMadeAnewWhenItsOwnerSignsIn() {
        Person ada = new EarlierRelease(stage, new Cost(8_192, 1, 1)).register("ada.of.old");
        Awaitility.await().atMost(PATIENCE).until(() -> hash(ada).startsWith(CHEAP));

        assertThat(ada.login(ada.username(), "Wrong-horse-77").status()).isEqualTo(401);
        assertThat(hash(ada)).startsWith(CHEAP);
        Answer first = ada.login();

        assertThat(Session.of(stage, first).statusOfRead()).isEqualTo(200);
        assertThat(stage.identityCommandsOf(first)).isGreaterThan(2);
        Awaitility.await().atMost(PATIENCE).until(() -> hash(ada).startsWith(USUAL));
        String kept = hash(ada);

        Answer second = ada.login();

        assertThat(second.status()).isEqualTo(200);
        assertThat(stage.identityCommandsOf(second)).isEqualTo(2);
        assertThat(hash(ada)).isEqualTo(kept);
        assertThat(ada.login(ada.username(), "Wrong-horse-77").status()).isEqualTo(401);
        assertThat(stage.admin().get("/api/v1/audit/export?subject=users/" + ada.id()).text())
                .contains("user-password-rehashed")
                .doesNotContain("argon2id");
    }

    /// As the credential directory has it, which knows it from the log alone; empty while it does
    /// not.
    private String hash(Person person) {
        EngineAddresses at = stage.addresses();
        List<String> rows =
                new PostgresText(
                                at.postgresUrl(),
                                at.postgresUser(),
                                at.postgresPassword(),
                                stage.namespace().value())
                        .rows();
        return rows.stream()
                .filter(row -> row.contains(person.id()))
                .flatMap(row -> HASH.matcher(row).results())
                .map(MatchResult::group)
                .findFirst()
                .orElse("");
    }
}
