package io.sillok.schemas.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Head;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.personal.KeysUnavailable;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.personal.PredictableKeys;
import io.sillok.schemas.personal.SealedText;
import io.sillok.schemas.personal.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PersonalDataTest {

    private static final UserId ADA = new UserId(Ids.named("ada"));
    private static final UserId EVE = new UserId(Ids.named("eve"));
    private static final String NAME = "에이다 Lovelace";
    private static final PersonNoted NOTED = noted(ADA);
    private static final String STORED =
            """
            {"person":"725577c7-9d11-542b-8f57-02792a51c3b4","visits":7,\
            "full_name":"encrypted.1.k0123456789.clV3x50RVCuPVwJ5KlHDtA.\
            AAAAAAAAAAAAAAAAok0FZarGF6MLMDZl8l5aZO1Qf1nhi9Ir3BGNtLjbmqjcka-1",\
            "address":"encrypted.1.k0123456789.clV3x50RVCuPVwJ5KlHDtA.\
            AAAAAAAAAAAAAAAA-4PhgTQ-xjyirjRk_EFRKN9HaB6E667MbTYkvUrppQu40cESl20ioxoV6yNzKSUTpkDL",\
            "note":"a friend"}""";

    private final Keyring keys = new Keyring();

    @Nested
    class OnTheLog {

        @Test
        void isUnreadable() {
            String stored = new String(bytes(NOTED), UTF_8);

            assertThat(stored).doesNotContain("Lovelace").doesNotContain("Main Street");
            assertThat(stored).contains("\"visits\":7").contains("\"note\":\"a friend\"");
        }

        @Test
        void isMarkedComponentByComponent() throws IOException {
            JsonNode stored = Json.tree(bytes(NOTED));

            assertThat(stored.path("full_name").asText()).matches(SealedText.PATTERN);
            assertThat(stored.path("address").asText()).matches(SealedText.PATTERN);
        }

        @Test
        void isShownAsItIsStoredInStructuredEvents() throws IOException {
            WireRecord record =
                    new WireRecord("key", Messages.EVENT.record().headers(), bytes(NOTED));

            JsonNode data = StructuredEvent.of(record).path("data");

            assertThat(data).isEqualTo(Json.tree(record.value()));
            assertThat(data.path("full_name").asText()).matches(SealedText.PATTERN);
        }

        @Test
        void isAbsentWhereThereIsNone() throws IOException {
            PersonNoted bare =
                    new PersonNoted(ADA, 1, Optional.empty(), Optional.empty(), Optional.empty());

            assertThat(Json.tree(bytes(bare)).has("full_name")).isFalse();
            assertThat(read(bytes(bare)).message()).isEqualTo(bare);
        }

        @Test
        void isNeverWrittenWithoutKeys() {
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> Json.bytes(NOTED));
            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> Payload.bytes(PersonNoted.TYPE, NOTED, PersonKeys.NONE));
        }

        @Test
        void isNotStoredOfAnErasedPerson() throws IOException {
            keys.destroy(ADA);

            byte[] stored = bytes(NOTED);

            assertThat(Json.tree(stored).path("full_name").asText()).isEqualTo(SealedText.ERASED);
            assertThat(read(stored).redacted()).isTrue();
        }

        @Test
        void waitsForKeysThatAreAway() {
            keys.away(true);

            assertThatExceptionOfType(KeysUnavailable.class).isThrownBy(() -> bytes(NOTED));
        }
    }

    @Nested
    class ReadAgain {

        @Test
        void isWhatItWas() throws IOException {
            Payload read = read(bytes(NOTED));

            assertThat(read.message()).isEqualTo(NOTED);
            assertThat(read.redacted()).isFalse();
        }

        @Test
        void isAbsentAndRedactedOnceTheKeyIsDestroyed() throws IOException {
            byte[] stored = bytes(NOTED);
            keys.destroy(ADA);

            Payload read = read(stored);

            assertThat(read.redacted()).isTrue();
            assertThat(read.message())
                    .isEqualTo(
                            new PersonNoted(
                                    ADA,
                                    7,
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.of("a friend")));
        }

        @Test
        void isCiphertextForWhoHasNoKeys() throws IOException {
            Payload read = Payload.read(PersonNoted.TYPE, bytes(NOTED), PersonKeys.NONE);

            PersonNoted seen = (PersonNoted) read.message();
            assertThat(seen.fullName().orElseThrow()).matches(SealedText.PATTERN);
            assertThat(seen.address()).isEmpty();
            assertThat(read.redacted()).isFalse();
        }

        @Test
        void waitsForKeysThatAreAway() {
            byte[] stored = bytes(NOTED);
            keys.away(true);

            assertThatExceptionOfType(KeysUnavailable.class).isThrownBy(() -> read(stored));
        }

        @Test
        void waitsForAKeyThatOughtToBeThere() {
            byte[] stored = bytes(NOTED);

            assertThatExceptionOfType(KeysUnavailable.class)
                    .isThrownBy(() -> Payload.read(PersonNoted.TYPE, stored, new Keyring()));
        }

        @Test
        void makesAnEnvelopeThatTells() {
            WireRecord record =
                    new WireRecord("key", Messages.EVENT.record().headers(), bytes(NOTED));
            keys.destroy(ADA);

            var decoded = Decoding.decode(record, PersonNoted.TYPE, keys, EventCodec::assemble);

            assertThat(decoded)
                    .isInstanceOfSatisfying(
                            Decoded.Message.class,
                            message ->
                                    assertThat(message.envelope())
                                            .isInstanceOfSatisfying(
                                                    LogEntry.Event.class,
                                                    event ->
                                                            assertThat(event.envelope())
                                                                    .returns(
                                                                            true,
                                                                            EventEnvelope
                                                                                    ::redacted)));
        }

        @Test
        void isMalformedAndNothingElseWhenItIsNotOurs() {
            byte[] forged =
                    "{\"person\":\"%s\",\"visits\":1,\"full_name\":\"Ada\"}"
                            .formatted(ADA)
                            .getBytes(UTF_8);
            WireRecord record = new WireRecord("key", Messages.EVENT.record().headers(), forged);

            assertThat(Decoding.decode(record, PersonNoted.TYPE, keys, EventCodec::assemble))
                    .isInstanceOfSatisfying(
                            Decoded.Undecodable.class,
                            no -> assertThat(no.reason()).isEqualTo("malformed-value"));
        }
    }

    @Nested
    class MovedElsewhere {

        @Test
        void isRefusedInAnotherComponent() throws IOException {
            ObjectNode stored = (ObjectNode) Json.tree(bytes(NOTED));
            stored.set("full_name", stored.get("address"));

            assertRefused(stored, PersonNoted.TYPE);
        }

        @Test
        void isRefusedInAnotherMessageType() throws IOException {
            ObjectNode stored = (ObjectNode) Json.tree(bytes(NOTED));

            assertRefused(stored, PersonNoted.Renamed.TYPE);
        }

        @Test
        void isRefusedInAnotherPersonsMessage() throws IOException {
            ObjectNode ofEve = (ObjectNode) Json.tree(bytes(noted(EVE)));
            ofEve.set("full_name", Json.tree(bytes(NOTED)).get("full_name"));

            assertRefused(ofEve, PersonNoted.TYPE);
        }

        @Test
        void isRefusedUnderAnotherPersonsName() throws IOException {
            ObjectNode stored = (ObjectNode) Json.tree(bytes(NOTED));
            SealedText text = SealedText.parse(stored.path("full_name").asText()).orElseThrow();
            bytes(noted(EVE));
            stored.put("person", EVE.toString())
                    .put("full_name", new SealedText("k1", EVE, text.encrypted()).toString())
                    .remove("address");

            assertRefused(stored, PersonNoted.TYPE);
        }

        private void assertRefused(ObjectNode value, MessageType<?> type) {
            assertThatExceptionOfType(JsonProcessingException.class)
                    .isThrownBy(() -> Payload.read(type, Json.bytes(value), keys));
        }
    }

    @Nested
    class InAState {

        record Register(Optional<PersonNoted> latest, long count) {}

        private final StateCodec<Register> codec = new StateCodec<>(Register.class, keys);
        private final Register register = new Register(Optional.of(NOTED), 1);

        @Test
        void isUnreadableAndReadAgain() {
            byte[] stored = codec.bytes(register);

            assertThat(new String(stored, UTF_8)).doesNotContain("Lovelace");
            assertThat(codec.read(stored)).isEqualTo(register);
        }

        @Test
        void isAbsentOnceTheKeyIsDestroyed() {
            byte[] stored = codec.bytes(register);
            keys.destroy(ADA);

            assertThat(codec.read(stored).latest().orElseThrow().fullName()).isEmpty();
        }

        @Test
        void isBoundToStates() {
            byte[] message = bytes(NOTED);

            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> new StateCodec<>(PersonNoted.class, keys).read(message));
        }
    }

    @Nested
    class InARepresentation {

        private final Representations representations = new Representations(keys);

        @Test
        void isUnreadableAndOpenedWithoutItsType() {
            ObjectNode sealed = representations.seal(NOTED, ADA.subject());

            assertThat(sealed.toString()).doesNotContain("Lovelace");
            assertThat(representations.open(sealed, ADA.subject()))
                    .isEqualTo(tree(Json.inTheOpen(NOTED)));
        }

        @Test
        void namesWhatIsRedacted() {
            ObjectNode sealed = representations.seal(NOTED, ADA.subject());
            keys.destroy(ADA);

            ObjectNode opened = representations.open(sealed, ADA.subject());

            assertThat(opened.path("redacted").toString()).isEqualTo("[\"full_name\",\"address\"]");
            assertThat(opened.has("full_name")).isFalse();
            assertThat(opened.path("visits").asInt()).isEqualTo(7);
        }

        @Test
        void opensNothingThatSomebodyCopiedIntoAnotherResource() {
            JsonNode stolen = representations.seal(NOTED, ADA.subject()).get("full_name");
            ObjectNode own = Json.object(Map.of());
            own.set("full_name", stolen);

            assertThat(representations.open(own, EVE.subject())).isEqualTo(own);
        }

        @Test
        void leavesTextThatOnlyLooksEncrypted() {
            ObjectNode sealed = representations.seal(NOTED, ADA.subject());
            sealed.put("note", "encrypted.1.k9.AZN7bmwieyCdIho7XH2eAg.AQID");

            assertThat(representations.open(sealed, ADA.subject()).path("note").asText())
                    .isEqualTo("encrypted.1.k9.AZN7bmwieyCdIho7XH2eAg.AQID");
        }

        @Test
        void isLeftAloneByWhoHasNoKeys() {
            ObjectNode sealed = representations.seal(NOTED, ADA.subject());

            assertThat(new Representations(PersonKeys.NONE).open(sealed, ADA.subject()))
                    .isEqualTo(sealed);
        }
    }

    @Test
    void costsOtherTypesNothing() {
        Keyring away = new Keyring();
        away.away(true);

        assertThat(MessageTypes.ALL)
                .filteredOn(type -> type.context().equals("catalog"))
                .isNotEmpty()
                .allSatisfy(type -> assertThat(type.holdsPersonalData()).isFalse());
        assertThat(
                        EventCodec.seal(
                                        Messages.COMMAND,
                                        Messages.SUBJECT,
                                        Head.NONE,
                                        Messages.EVENT.envelope().event(),
                                        away)
                                .record()
                                .value())
                .isEqualTo(Messages.EVENT.record().value());
        assertThat(EventCodec.decode(Messages.EVENT.record(), away))
                .isEqualTo(EventCodec.decode(Messages.EVENT.record()));
    }

    @Test
    void isReadableForEverInTheFormItHasToday() throws IOException {
        PersonKeys samples = new PredictableKeys();

        assertThat(new String(Payload.bytes(PersonNoted.TYPE, NOTED, samples), UTF_8))
                .isEqualTo(STORED);
        assertThat(Payload.read(PersonNoted.TYPE, STORED.getBytes(UTF_8), samples).message())
                .isEqualTo(NOTED);
    }

    private byte[] bytes(PersonNoted noted) {
        return Payload.bytes(PersonNoted.TYPE, noted, keys);
    }

    private Payload read(byte[] value) throws IOException {
        return Payload.read(PersonNoted.TYPE, value, keys);
    }

    private static PersonNoted noted(UserId person) {
        return new PersonNoted(
                person,
                7,
                Optional.of(NAME),
                Optional.of(new PersonNoted.Address("Main Street", 1)),
                Optional.of("a friend"));
    }

    private static JsonNode tree(byte[] json) {
        try {
            return Json.tree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
