package io.sillok.processors.engine;

import static io.sillok.processors.engine.Naming.category;
import static io.sillok.processors.engine.Naming.command;
import static io.sillok.processors.engine.Naming.once;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.platform.testkit.personal.Keyring;
import io.sillok.schemas.catalog.CategoryCommand.Archive;
import io.sillok.schemas.catalog.CategoryCommand.Create;
import io.sillok.schemas.catalog.CategoryCommand.Rename;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.operations.CommandSettled.Outcome;
import io.sillok.schemas.personal.SealedText;
import io.sillok.schemas.wire.CommandCodec;
import io.sillok.schemas.wire.Representations;
import io.sillok.schemas.wire.WireRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Personal data in what deciders keep and show, and commands that wait for its keys.
final class PersonalStateTest {

    private static final CategoryId ADA = category("ada");
    private static final CategoryId EVE = category("eve");
    private static final Duration LONG = Duration.ofMinutes(10);

    private final Keyring keys = new Keyring();
    private final DecidingDriver driver;

    PersonalStateTest(@TempDir Path directory) {
        driver = new DecidingDriver(MembersDecider.CONTEXT.with(keys.everywhere()), directory);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Nested
    class OnTheLog {

        @Test
        void isUnreadableInTheState() {
            driver.send(command(new Create(ADA, "Lovelace")));

            assertThat(state(ADA)).doesNotContain("Lovelace").contains("encrypted.1.");
        }

        @Test
        void isUnreadableInTheSettlementAndOpenedWithTheKey() {
            driver.send(command(new Create(ADA, "Lovelace")));

            CommandSettled settled = driver.settlement();

            ObjectNode sealed = settled.representation().orElseThrow();
            assertThat(sealed.path("name").asText()).matches(SealedText.PATTERN);
            assertThat(opened(settled).path("name").asText()).isEqualTo("Lovelace");
        }

        @Test
        void isUnreadableInAStoredAnswer() {
            driver.send(once("key", "print", new Create(ADA, "Lovelace")));
            driver.send(once("key", "print", new Create(ADA, "Lovelace")));

            CommandSettled repeated = driver.settlements().getLast();

            assertThat(repeated.outcome()).isEqualTo(Outcome.REPEATED);
            assertThat(repeated.representation().toString()).doesNotContain("Lovelace");
            assertThat(opened(repeated).path("name").asText()).isEqualTo("Lovelace");
        }

        @Test
        void isReadAgainByTheNextDecision() {
            driver.send(command(new Create(ADA, "Lovelace")));
            driver.send(command(new Rename(ADA, "Lovelace")));

            assertThat(driver.events()).hasSize(1);
        }
    }

    @Nested
    class OfAnErasedPerson {

        @Test
        void isAbsentAndStopsNothing() {
            driver.send(command(new Create(ADA, "Lovelace")));
            keys.destroy(MembersDecider.person(ADA));
            driver.settlements();

            driver.send(command(new Archive(ADA)));

            CommandSettled settled = driver.settlement();
            assertThat(settled.outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(opened(settled).has("name")).isFalse();
        }

        @Test
        void isNotStoredWhenItComesLate() {
            keys.destroy(MembersDecider.person(ADA));

            driver.send(command(new Create(ADA, "Lovelace")));

            assertThat(state(ADA)).contains(SealedText.ERASED);
            assertThat(opened(driver.settlement()).path("redacted").toString())
                    .isEqualTo("[\"name\"]");
        }
    }

    @Nested
    class WhoseKeysAreAway {

        @Test
        void isWaitedForAsLongAsItTakes() {
            keys.setAway(true);
            driver.send(command(new Create(ADA, "Lovelace")));
            driver.pass(LONG);
            assertThat(driver.entries()).isEmpty();
            keys.setAway(false);

            driver.pass(Duration.ofSeconds(1));

            assertThat(driver.settlement().outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(driver.deadLetters()).isEmpty();
        }

        @Test
        void isWaitedForAlsoWhenOnlyTheStateNeedsThem() {
            driver.send(command(new Create(ADA, "Lovelace")));
            driver.settlements();
            keys.setAway(true);
            driver.send(command(new Rename(ADA, "Byron")));
            driver.pass(LONG);
            assertThat(driver.entries()).isEmpty();
            keys.setAway(false);

            driver.pass(Duration.ofSeconds(1));

            assertThat(driver.settlement())
                    .returns(Outcome.ACCEPTED, CommandSettled::outcome)
                    .returns(2L, CommandSettled::version);
        }

        @Test
        void keepsTheOrderOfItsCommands() {
            keys.setAway(true);
            CommandEnvelope<?> first = command(new Create(ADA, "one"));
            CommandEnvelope<?> second = command(new Rename(ADA, "two"));
            CommandEnvelope<?> third = command(new Rename(ADA, "three"));
            driver.send(first);
            driver.send(second);
            keys.setAway(false);
            driver.send(third);

            driver.pass(Duration.ofSeconds(1));

            assertThat(driver.settlements())
                    .extracting(CommandSettled::command)
                    .containsExactly(first.id(), second.id(), third.id());
        }

        @Test
        void holdsBackNobodyElse() {
            keys.setAway(true);
            driver.send(command(new Create(ADA, "Lovelace")));
            keys.setAway(false);

            driver.send(command(new Create(EVE, "Adams")));

            assertThat(driver.settlement().subject()).isEqualTo(EVE.subject());
        }
    }

    @Nested
    class InADeadLetter {

        @Test
        void isTakenOut() {
            WireRecord good = CommandCodec.encode(command(new Create(ADA, "x")), "/test");
            byte[] value =
                    "{\"name\":\"encrypted.1.t1.AZN7bmwieyCdIho7XH2eAg.AQID\"".getBytes(UTF_8);

            driver.send(new WireRecord(good.key(), good.headers(), value));

            assertThat(driver.deadLetters())
                    .singleElement()
                    .satisfies(
                            letter ->
                                    assertThat(
                                                    new String(
                                                            Base64.getDecoder()
                                                                    .decode(letter.value()),
                                                            UTF_8))
                                            .isEqualTo("{\"name\":\"encrypted.withheld\""));
        }
    }

    private String state(CategoryId id) {
        return new String(driver.state(BoundaryKey.of(id.subject())), UTF_8);
    }

    private ObjectNode opened(CommandSettled settled) {
        return new Representations(keys)
                .open(settled.representation().orElseThrow(), settled.subject());
    }
}
