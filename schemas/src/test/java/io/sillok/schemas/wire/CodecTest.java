package io.sillok.schemas.wire;

import static io.sillok.schemas.wire.Messages.COMMAND;
import static io.sillok.schemas.wire.Messages.COMMAND_RECORD;
import static io.sillok.schemas.wire.Messages.EVENT;
import static io.sillok.schemas.wire.Messages.SETTLED;
import static io.sillok.schemas.wire.Messages.SETTLED_RECORD;
import static io.sillok.schemas.wire.Messages.SUBJECT;
import static io.sillok.schemas.wire.Messages.WORK;
import static io.sillok.schemas.wire.Messages.WORK_RECORD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sillok.schemas.catalog.MaterialEvent;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.Chain;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.Head;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.operations.DeadLetter;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CodecTest {

    @Nested
    class Commands {

        @Test
        void comeBackAsTheyWere() {
            assertThat(CommandCodec.decode(COMMAND_RECORD))
                    .isEqualTo(new Decoded.Message<>(COMMAND));
        }

        @Test
        void comeBackWithoutAnythingOptional() {
            CommandEnvelope<?> bare =
                    new CommandEnvelope<>(
                            COMMAND.id(),
                            COMMAND.key(),
                            SUBJECT,
                            Instant.EPOCH,
                            new Actor("nobody", Set.of()),
                            COMMAND.correlation(),
                            OptionalLong.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            COMMAND.command());

            assertThat(CommandCodec.decode(CommandCodec.encode(bare, "/tests")))
                    .isEqualTo(new Decoded.Message<>(bare));
        }

        @Test
        void areKeyedByTheirBoundary() {
            assertThat(new String(COMMAND_RECORD.keyBytes(), UTF_8))
                    .isEqualTo(COMMAND.key().value());
        }

        @Test
        void sayTheirRolesInOneOrder() {
            assertThat(COMMAND_RECORD.headers()).containsEntry(Headers.ROLES, "user,admin");
        }
    }

    @Nested
    class Events {

        @Test
        void comeBackAsTheyWere() {
            assertThat(EventCodec.decode(EVENT.record()))
                    .isEqualTo(
                            new Decoded.Message<>(
                                    new LogEntry.Event(
                                            EVENT.envelope().with(EVENT.envelope().event()))));
        }

        @Test
        void areNamedBySubjectAndSequence() {
            assertThat(EVENT.envelope().id()).isEqualTo(Ids.named(SUBJECT + "/1"));
            assertThat(EVENT.envelope().sequence()).isEqualTo(1);
        }

        @Test
        void takeWhoAndWhenFromTheirCommand() {
            assertThat(EVENT.envelope().actor()).isEqualTo("ada");
            assertThat(EVENT.envelope().time()).isEqualTo(COMMAND.time());
            assertThat(EVENT.envelope().causation()).isEqualTo(COMMAND.id());
            assertThat(EVENT.envelope().correlation()).isEqualTo(COMMAND.correlation());
        }

        @Test
        void areSealedToTheSameBytesAgain() {
            SealedEvent<MaterialEvent> again =
                    EventCodec.seal(COMMAND, SUBJECT, Head.NONE, EVENT.envelope().event());

            assertThat(again.record().value()).isEqualTo(EVENT.record().value());
            assertThat(again.record().headers()).isEqualTo(EVENT.record().headers());
        }

        @Test
        void continueTheChain() {
            SealedEvent<MaterialEvent> next =
                    EventCodec.seal(
                            COMMAND,
                            SUBJECT,
                            EVENT.head(),
                            new MaterialEvent.Withdrawn(Messages.MATERIAL));

            assertThat(next.envelope().sequence()).isEqualTo(2);
            assertThat(EventCodec.expectedChain(Chain.START, EVENT.record()))
                    .isEqualTo(EVENT.head().chain());
            assertThat(EventCodec.expectedChain(EVENT.head().chain(), next.record()))
                    .isEqualTo(next.head().chain());
        }

        @Test
        void breakTheChainWhenEdited() {
            WireRecord record = EVENT.record();
            byte[] edited = new String(record.value(), UTF_8).replace("제목", "책").getBytes(UTF_8);
            Chain link = EVENT.head().chain();

            assertThat(
                            EventCodec.expectedChain(
                                    Chain.START, Messages.EVENT_WIRE.with(edited).record()))
                    .isNotEqualTo(link);
            for (String header :
                    new String[] {
                        Headers.ID,
                        Headers.TYPE,
                        Headers.SUBJECT,
                        Headers.TIME,
                        Headers.ACTOR,
                        Headers.SEQUENCE
                    }) {
                WireRecord forged = Messages.EVENT_WIRE.with(header, "9").record();
                assertThat(EventCodec.expectedChain(Chain.START, forged)).isNotEqualTo(link);
            }
        }

        @Test
        void haveNoChainWithoutTheirHeaders() {
            WireRecord bare = new WireRecord("k", Map.of(), EVENT.record().value());

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> EventCodec.expectedChain(Chain.START, bare));
        }
    }

    @Test
    void settlementsComeBackAsTheyWere() {
        assertThat(EventCodec.decode(SETTLED_RECORD))
                .isEqualTo(new Decoded.Message<>(new LogEntry.Settlement(SETTLED)));
        assertThat(SETTLED_RECORD.headers()).doesNotContainKeys(Headers.SEQUENCE, Headers.CHAIN);
    }

    @Test
    void workComesBackAsItWas() {
        assertThat(WorkCodec.decode(WORK_RECORD)).isEqualTo(new Decoded.Message<>(WORK));
    }

    @Test
    void deadLettersKeepTheRecordWhole() throws IOException {
        DeadLetter letter =
                new DeadLetter(
                        "decider",
                        "unknown-type",
                        "무엇",
                        "sillok.catalog.commands.v1",
                        1,
                        2,
                        Instant.EPOCH,
                        "",
                        Map.of("ce_type", "없음"),
                        "AA==");

        WireRecord record = DeadLetterCodec.encode(letter);

        assertThat(Json.read(record.value(), DeadLetter.class)).isEqualTo(letter);
        assertThat(record.headers())
                .containsEntry(Headers.SUBJECT, "dead-letters/sillok.catalog.commands.v1/1/2");
    }

    @Test
    void headersStayAsTheyWereGiven() {
        Map<String, String> headers = new LinkedHashMap<>(Map.of("a", "1"));
        WireRecord record = new WireRecord("k", headers, new byte[0]);

        headers.put("b", "2");

        assertThat(record.headers()).containsOnlyKeys("a");
        assertThat(record.header("b")).isEmpty();
    }
}
