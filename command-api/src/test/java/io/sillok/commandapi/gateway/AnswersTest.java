package io.sillok.commandapi.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.platform.kafka.ConsistencyToken;
import io.sillok.platform.kafka.LogEpoch;
import io.sillok.platform.web.http.Preferences;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.operations.CommandSettled.Outcome;
import io.sillok.schemas.personal.AboutPerson;
import io.sillok.schemas.personal.DataKey;
import io.sillok.schemas.personal.DerivedKeys;
import io.sillok.schemas.personal.Personal;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.wire.Representations;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private static final LogEpoch EPOCH = new LogEpoch("epoch");
    private static final BoundaryKey KEY = BoundaryKey.of(Settlements.SUBJECT);
    private static final Order CREATE = Order.create(KEY, Settlements.SUBJECT, "command");
    private static final Order UPDATE = Order.update(KEY, Settlements.SUBJECT, "command");
    private static final Order REMOVE = Order.remove(KEY, Settlements.SUBJECT, "command");

    private final CommandId id = Settlements.commandId();
    private final Representations representations =
            new Representations(new DerivedKeys(Map.of("t1", DataKey.randomSecret())));

    private static CommandHeaders headers(String... preferences) {
        return new CommandHeaders(
                new Actor("ada", Set.of()),
                new UUID(0, 1),
                "00-",
                Preferences.of(java.util.List.of(preferences)),
                OptionalLong.empty(),
                Optional.empty(),
                CommandGateway.USUAL_WAIT);
    }

    private Answers answers(Order order, String... preferences) {
        return new Answers(
                headers(preferences),
                order,
                Settlements.command(id, "command"),
                EPOCH,
                representations);
    }

    private Settled accepted(Outcome outcome) {
        return new Settled(Settlements.accepted(id, outcome, "received"), Settlements.POSITION);
    }

    private Settled rejected(Outcome outcome) {
        return new Settled(Settlements.rejected(id, outcome), Settlements.POSITION);
    }

    record Greeting(UserId person, @Personal Optional<String> name) implements AboutPerson {}

    @Test
    void showPersonalDataToWhoSentTheCommand() {
        Greeting greeting = new Greeting(new UserId(new UUID(0, 1)), Optional.of("Ada"));
        var sealed = representations.seal(greeting, Settlements.SUBJECT);
        var settled =
                new Settled(
                        Settlements.accepted(id, Outcome.ACCEPTED, sealed), Settlements.POSITION);

        Response answer = answers(CREATE).settled(settled);

        assertThat(sealed.toString()).doesNotContain("Ada");
        assertThat(answer.getEntity())
                .isInstanceOfSatisfying(
                        ObjectNode.class,
                        shown -> assertThat(shown.path("name").asText()).isEqualTo("Ada"));
    }

    @Test
    void showWhatWasCreated() {
        Response answer = answers(CREATE).settled(accepted(Outcome.ACCEPTED));

        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(answer.getEntity()).isEqualTo(Settlements.resource("received"));
        assertThat(answer.getHeaderString("ETag")).isEqualTo("\"4\"");
        assertThat(answer.getHeaderString("Location")).isEqualTo("/api/v1/" + Settlements.SUBJECT);
        assertThat(answer.getHeaderString("Command-Id")).isEqualTo(id.toString());
        assertThat(ConsistencyToken.parse(answer.getHeaderString("Consistency-Token")))
                .contains(ConsistencyToken.of(EPOCH, Settlements.POSITION));
    }

    @Test
    void areTheSameForARepeat() {
        Response first = answers(CREATE).settled(accepted(Outcome.ACCEPTED));
        Response repeat = answers(CREATE).settled(accepted(Outcome.REPEATED));

        assertThat(repeat.getStatus()).isEqualTo(first.getStatus());
        assertThat(repeat.getEntity()).isEqualTo(first.getEntity());
        assertThat(repeat.getHeaders()).isEqualTo(first.getHeaders());
    }

    @Test
    void showWhatWasUpdated() {
        Response answer = answers(UPDATE).settled(accepted(Outcome.ACCEPTED));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeaderString("ETag")).isEqualTo("\"4\"");
        assertThat(answer.getHeaderString("Location")).isNull();
    }

    @Test
    void showNothingOfWhatIsGone() {
        Response answer = answers(REMOVE).settled(accepted(Outcome.ACCEPTED));

        assertThat(answer.getStatus()).isEqualTo(204);
        assertThat(answer.hasEntity()).isFalse();
        assertThat(answer.getHeaderString("Consistency-Token")).isNotEmpty();
    }

    @Test
    void sayWhyItWasRefused() {
        var refusal =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> answers(CREATE).settled(rejected(Outcome.REJECTED)));

        assertThat(refusal.status()).isEqualTo(409);
        assertThat(refusal.problem().reason()).isEqualTo("name-taken");
        assertThat(refusal.headers()).containsKeys("Command-Id", "Consistency-Token");
    }

    @Test
    void refuseARepeatLikeTheFirst() {
        var refusal =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> answers(CREATE).settled(rejected(Outcome.REPEATED)));

        assertThat(refusal.problem().reason()).isEqualTo("name-taken");
    }

    @Test
    void sayWhichPreferenceTheyFollowed() {
        assertThat(applied("wait=2")).isEqualTo("wait=2");
        assertThat(applied("wait=99")).isEqualTo("wait=30");
        assertThat(applied("handling=lenient")).isNull();
        assertThat(
                        answers(CREATE, "respond-async, wait=2")
                                .pending(Settlements.POSITION)
                                .getHeaderString("Preference-Applied"))
                .isEqualTo("respond-async");
        assertThat(CommandGateway.USUAL_WAIT).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void waitLongerForWhatTakesLongerAndAsLongAsTheCallerSays() {
        Duration longer = Duration.ofSeconds(20);

        assertThat(CommandGateway.wait(headers().waiting(longer))).isEqualTo(longer);
        assertThat(CommandGateway.wait(headers("wait=2").waiting(longer)))
                .isEqualTo(Duration.ofSeconds(2));
        assertThat(headers().waiting(longer).preferences().patience()).isEmpty();
    }

    private @org.jspecify.annotations.Nullable String applied(String preference) {
        return answers(CREATE, preference)
                .settled(accepted(Outcome.ACCEPTED))
                .getHeaderString("Preference-Applied");
    }
}
