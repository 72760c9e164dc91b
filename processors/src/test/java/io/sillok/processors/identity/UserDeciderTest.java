package io.sillok.processors.identity;

import static io.sillok.processors.identity.People.ADA;
import static io.sillok.processors.identity.People.AS_ADA;
import static io.sillok.processors.identity.People.AS_EVE;
import static io.sillok.processors.identity.People.EMAIL;
import static io.sillok.processors.identity.People.HASH;
import static io.sillok.processors.identity.People.IDENTITY;
import static io.sillok.processors.identity.People.NAME;
import static io.sillok.processors.identity.People.USERNAME;
import static io.sillok.processors.identity.People.registered;
import static io.sillok.processors.identity.People.registeredWithoutPassword;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.processors.engine.DeciderFixture;
import io.sillok.processors.engine.Kept;
import io.sillok.schemas.identity.Credential;
import io.sillok.schemas.identity.UserCommand;
import io.sillok.schemas.identity.UserCommand.LinkExternal;
import io.sillok.schemas.identity.UserCommand.Register;
import io.sillok.schemas.identity.UserCommand.RegisterExternal;
import io.sillok.schemas.identity.UserEvent;
import io.sillok.schemas.identity.UserEvent.Erased;
import io.sillok.schemas.identity.UserEvent.ExternalLinked;
import io.sillok.schemas.problems.ErrorCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Opening accounts, and linking identities to them.
class UserDeciderTest {

    private final DeciderFixture<UserCommand, UserState, UserEvent> fixture =
            DeciderFixture.of(new UserDecider()).by(AS_ADA);

    @Nested
    class Registering {

        @Test
        void isRecordedWithoutThePassword() {
            fixture.by(AS_EVE)
                    .when(new Register(ADA, EMAIL, USERNAME, NAME, HASH))
                    .keeping(new Kept(ADA.subject(), new Credential.Password(ADA, HASH)))
                    .thenRecords(registered());
        }

        @Test
        void refusesAnIdInUse() {
            fixture.given(registered())
                    .when(new Register(ADA, EMAIL, USERNAME, NAME, HASH))
                    .thenRejects(ErrorCode.E4008, "user-exists");
            fixture.given(registered(), new Erased(ADA))
                    .when(new Register(ADA, EMAIL, USERNAME, NAME, HASH))
                    .thenRejects(ErrorCode.E4008, "user-exists");
        }

        @Test
        void refusesAnAbsentAddress() {
            fixture.when(new Register(ADA, Optional.empty(), USERNAME, NAME, HASH))
                    .thenRejects(ErrorCode.E4002, "email-missing");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "ada",
                    "@example.com",
                    "ada@",
                    "ada@example",
                    "a da@example.com",
                    "ada@@example.com",
                    "ada＠x@example.com",
                    ".ada@example.com",
                    "ada.@example.com",
                    "a..da@example.com",
                    "ada@-example.com",
                    "ada@exa_mple.com",
                    "ada@example..com",
                    "ada@example.com\n",
                    "\"ada\"@example.com",
                    "ada@[127.0.0.1]"
                })
        void refusesWhatIsNoAddress(String email) {
            fixture.when(new Register(ADA, Optional.of(email), USERNAME, NAME, HASH))
                    .thenRejects(ErrorCode.E4001, "email-invalid");
        }

        @Test
        void refusesALongAddress() {
            Optional<String> local = Optional.of("a".repeat(65) + "@example.com");
            Optional<String> all = Optional.of("a@" + "b".repeat(60) + ".c".repeat(100) + ".com");

            fixture.when(new Register(ADA, local, USERNAME, NAME, HASH))
                    .thenRejects("email-invalid");
            fixture.when(new Register(ADA, all, USERNAME, NAME, HASH)).thenRejects("email-invalid");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ada+x@example.com",
                    "하나@예시.한국",
                    "ＡＤＡ@example.com",
                    "a.b'c@xn--bcher-kva.example"
                })
        void takesAddressesOfAllLetters(String email) {
            assertThat(
                            fixture.when(
                                            new Register(
                                                    ADA, Optional.of(email), USERNAME, NAME, HASH))
                                    .accepted())
                    .hasSize(1);
        }

        @Test
        void refusesAnAbsentUserName() {
            fixture.when(new Register(ADA, EMAIL, Optional.empty(), NAME, HASH))
                    .thenRejects(ErrorCode.E4002, "username-missing");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "ab", "a@b", "ada lovelace", "에이다다", "ada\n"})
        void refusesWhatIsNoUserName(String username) {
            fixture.when(new Register(ADA, EMAIL, Optional.of(username), NAME, HASH))
                    .thenRejects(ErrorCode.E4001, "username-invalid");
            fixture.when(new Register(ADA, EMAIL, Optional.of("a".repeat(51)), NAME, HASH))
                    .thenRejects(ErrorCode.E4001, "username-invalid");
        }

        @Test
        void refusesANameThatIsNone() {
            for (String name : List.of("", "A", "   ", "가".repeat(101))) {
                fixture.when(new Register(ADA, EMAIL, USERNAME, Optional.of(name), HASH))
                        .thenRejects(ErrorCode.E4001, "full-name-length");
            }
        }

        @Test
        void countsCharactersAsPeopleDo() {
            Optional<String> name = Optional.of("👩".repeat(100));

            assertThat(fixture.when(new Register(ADA, EMAIL, USERNAME, name, HASH)).accepted())
                    .hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "Passw0rd!", "$2a$10$abcdefghijklmnopqrstuv"})
        void refusesAPasswordThatIsNotHashed(String password) {
            fixture.when(new Register(ADA, EMAIL, USERNAME, NAME, Optional.of(password)))
                    .thenRejects(ErrorCode.E4001, "password-hash-invalid");
        }

        @Test
        void refusesAnAbsentPassword() {
            fixture.when(new Register(ADA, EMAIL, USERNAME, NAME, Optional.empty()))
                    .thenRejects(ErrorCode.E4001, "password-hash-invalid");
        }
    }

    @Nested
    class RegisteringFromElsewhere {

        @Test
        void isRecordedWithTheIdentity() {
            fixture.when(
                            new RegisterExternal(
                                    ADA, Optional.empty(), USERNAME, Optional.empty(), IDENTITY))
                    .keeping()
                    .thenRecords(registeredWithoutPassword(), new ExternalLinked(ADA, IDENTITY));
        }

        @Test
        void refusesAnIdInUse() {
            fixture.given(registered())
                    .when(new RegisterExternal(ADA, EMAIL, USERNAME, NAME, IDENTITY))
                    .thenRejects("user-exists");
        }

        @Test
        void refusesWhatIsNoAddress() {
            fixture.when(new RegisterExternal(ADA, Optional.of("ada"), USERNAME, NAME, IDENTITY))
                    .thenRejects("email-invalid");
        }

        @Test
        void refusesWhatIsNoUserName() {
            fixture.when(new RegisterExternal(ADA, EMAIL, Optional.of("a"), NAME, IDENTITY))
                    .thenRejects("username-invalid");
        }

        @Test
        void refusesANameThatIsNone() {
            fixture.when(new RegisterExternal(ADA, EMAIL, USERNAME, Optional.of("A"), IDENTITY))
                    .thenRejects("full-name-length");
        }

        @Test
        void refusesNobody() {
            fixture.when(new RegisterExternal(ADA, EMAIL, USERNAME, NAME, Optional.empty()))
                    .thenRejects(ErrorCode.E4002, "identity-missing");
        }

        @Test
        void refusesAnIdentityThatCouldBeTakenForAnother() {
            fixture.when(new RegisterExternal(ADA, EMAIL, USERNAME, NAME, People.identity("7\n8")))
                    .thenRejects(ErrorCode.E4001, "identity-invalid");
        }
    }

    @Nested
    class Linking {

        @Test
        void isRecorded() {
            fixture.given(registered())
                    .when(new LinkExternal(ADA, IDENTITY))
                    .thenRecords(new ExternalLinked(ADA, IDENTITY));
        }

        @Test
        void changesNothingTheSecondTime() {
            fixture.given(registered(), new ExternalLinked(ADA, IDENTITY))
                    .when(new LinkExternal(ADA, IDENTITY))
                    .thenChangesNothing();
        }

        @Test
        void refusesNobody() {
            fixture.given(registered())
                    .when(new LinkExternal(ADA, Optional.empty()))
                    .thenRejects(ErrorCode.E4002, "identity-missing");
        }

        @Test
        void refusesTheSixth() {
            var five = fixture.given(registered());
            for (int i = 0; i < 5; i++) {
                five = five.given(new ExternalLinked(ADA, People.identity("n" + i)));
            }

            five.when(new LinkExternal(ADA, IDENTITY))
                    .thenRejects(ErrorCode.E4008, "too-many-identities");
        }
    }
}
