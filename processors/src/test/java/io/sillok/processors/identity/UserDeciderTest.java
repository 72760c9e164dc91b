package io.sillok.processors.identity;

import static io.sillok.processors.identity.People.ADA;
import static io.sillok.processors.identity.People.AS_ADA;
import static io.sillok.processors.identity.People.AS_ADMIN;
import static io.sillok.processors.identity.People.AS_EVE;
import static io.sillok.processors.identity.People.EMAIL;
import static io.sillok.processors.identity.People.HASH;
import static io.sillok.processors.identity.People.IDENTITY;
import static io.sillok.processors.identity.People.NAME;
import static io.sillok.processors.identity.People.PLATFORM;
import static io.sillok.processors.identity.People.USERNAME;
import static io.sillok.processors.identity.People.registered;
import static io.sillok.processors.identity.People.registeredWithoutPassword;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.processors.engine.DeciderFixture;
import io.sillok.processors.engine.Kept;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.identity.CodingProfile;
import io.sillok.schemas.identity.Credential;
import io.sillok.schemas.identity.ExplanationStyle;
import io.sillok.schemas.identity.OutputStructure;
import io.sillok.schemas.identity.SessionId;
import io.sillok.schemas.identity.SkillLevel;
import io.sillok.schemas.identity.UserCommand;
import io.sillok.schemas.identity.UserCommand.Administer;
import io.sillok.schemas.identity.UserCommand.ChangeDetails;
import io.sillok.schemas.identity.UserCommand.ChangePassword;
import io.sillok.schemas.identity.UserCommand.ChangeProfile;
import io.sillok.schemas.identity.UserCommand.Erase;
import io.sillok.schemas.identity.UserCommand.LinkExternal;
import io.sillok.schemas.identity.UserCommand.Register;
import io.sillok.schemas.identity.UserCommand.RegisterExternal;
import io.sillok.schemas.identity.UserCommand.Rehash;
import io.sillok.schemas.identity.UserEvent;
import io.sillok.schemas.identity.UserEvent.Deactivated;
import io.sillok.schemas.identity.UserEvent.DetailsChanged;
import io.sillok.schemas.identity.UserEvent.Erased;
import io.sillok.schemas.identity.UserEvent.ExternalLinked;
import io.sillok.schemas.identity.UserEvent.PasswordChanged;
import io.sillok.schemas.identity.UserEvent.PasswordRehashed;
import io.sillok.schemas.identity.UserEvent.ProfileChanged;
import io.sillok.schemas.identity.UserEvent.Reactivated;
import io.sillok.schemas.identity.UserEvent.RolesChanged;
import io.sillok.schemas.problems.ErrorCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserDeciderTest {

    private static final Optional<String> NEW_HASH = People.hash('B');
    private static final Optional<CodingProfile> PROFILE =
            Optional.of(
                    new CodingProfile(
                            SkillLevel.EXPERT, OutputStructure.MINIMAL, ExplanationStyle.BRIEF));

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

    @Nested
    class ChangingDetails {

        @Test
        void isRecorded() {
            fixture.given(registered())
                    .when(new ChangeDetails(ADA, EMAIL, Optional.of("countess"), Optional.empty()))
                    .thenRecords(
                            new DetailsChanged(
                                    ADA, EMAIL, Optional.of("countess"), Optional.empty()));
        }

        @Test
        void changesNothingWhenItIsTheSame() {
            fixture.given(registered())
                    .when(new ChangeDetails(ADA, EMAIL, USERNAME, NAME))
                    .thenChangesNothing();
        }

        @Test
        void refusesToLoseTheAddress() {
            fixture.given(registered())
                    .when(new ChangeDetails(ADA, Optional.empty(), USERNAME, NAME))
                    .thenRejects("email-missing");
        }

        @Test
        void doesNotAskForAnAddressThatNeverWas() {
            fixture.given(registeredWithoutPassword())
                    .when(new ChangeDetails(ADA, Optional.empty(), USERNAME, NAME))
                    .thenRecords(new DetailsChanged(ADA, Optional.empty(), USERNAME, NAME));
        }

        @Test
        void refusesWhatCannotBe() {
            fixture.given(registered())
                    .when(new ChangeDetails(ADA, Optional.of("x"), USERNAME, NAME))
                    .thenRejects("email-invalid");
            fixture.given(registered())
                    .when(new ChangeDetails(ADA, EMAIL, Optional.of("x"), NAME))
                    .thenRejects("username-invalid");
            fixture.given(registered())
                    .when(new ChangeDetails(ADA, EMAIL, USERNAME, Optional.of("x")))
                    .thenRejects("full-name-length");
        }
    }

    @Nested
    class ChangingTheProfile {

        @Test
        void isRecordedOnce() {
            fixture.given(registered())
                    .when(new ChangeProfile(ADA, PROFILE))
                    .thenRecords(new ProfileChanged(ADA, PROFILE));
            fixture.given(registered(), new ProfileChanged(ADA, PROFILE))
                    .when(new ChangeProfile(ADA, PROFILE))
                    .thenChangesNothing();
        }

        @Test
        void refusesNone() {
            fixture.given(registered())
                    .when(new ChangeProfile(ADA, Optional.empty()))
                    .thenRejects(ErrorCode.E4002, "profile-missing");
        }
    }

    @Nested
    class ChangingThePassword {

        private final Optional<SessionId> session = Optional.of(new SessionId(new UUID(3, 3)));

        @Test
        void isRecordedWithoutThePassword() {
            fixture.given(registered())
                    .when(new ChangePassword(ADA, NEW_HASH, session))
                    .keeping(new Kept(ADA.subject(), new Credential.Password(ADA, NEW_HASH)))
                    .thenRecords(new PasswordChanged(ADA, session));
        }

        @Test
        void givesAFirstOne() {
            fixture.given(registeredWithoutPassword())
                    .when(new ChangePassword(ADA, NEW_HASH, Optional.empty()))
                    .thenRecords(new PasswordChanged(ADA, Optional.empty()));
        }

        @Test
        void refusesOneThatIsNotHashed() {
            fixture.given(registered())
                    .when(new ChangePassword(ADA, Optional.of("Passw0rd!"), session))
                    .thenRejects("password-hash-invalid");
        }
    }

    @Nested
    class Rehashing {

        @Test
        void isRecordedWithoutThePassword() {
            fixture.given(registered())
                    .when(new Rehash(ADA, NEW_HASH, 1))
                    .keeping(new Kept(ADA.subject(), new Credential.Password(ADA, NEW_HASH)))
                    .thenRecords(new PasswordRehashed(ADA));
        }

        @Test
        void refusesThePasswordOfBefore() {
            fixture.given(registered(), new PasswordChanged(ADA, Optional.empty()))
                    .when(new Rehash(ADA, NEW_HASH, 1))
                    .thenRejects(ErrorCode.E4008, "password-changed-since");
        }

        @Test
        void refusesToGiveAFirstOne() {
            fixture.given(registeredWithoutPassword())
                    .when(new Rehash(ADA, NEW_HASH, 0))
                    .thenRejects("password-changed-since");
        }

        @Test
        void refusesOneThatIsNotHashed() {
            fixture.given(registered())
                    .when(new Rehash(ADA, Optional.of("Passw0rd!"), 1))
                    .thenRejects("password-hash-invalid");
        }
    }

    @Nested
    class Administering {

        private final DeciderFixture<UserCommand, UserState, UserEvent> known =
                fixture.by(AS_ADMIN).given(registered());

        @Test
        void recordsWhatChanges() {
            known.when(
                            new Administer(
                                    ADA,
                                    Optional.of(List.of(Role.EDITOR, Role.USER)),
                                    Optional.of(false)))
                    .thenRecords(
                            new RolesChanged(ADA, List.of(Role.USER, Role.EDITOR)),
                            new Deactivated(ADA));
        }

        @Test
        void changesNothingThatIsSo() {
            known.when(new Administer(ADA, Optional.of(List.of(Role.USER)), Optional.of(true)))
                    .thenChangesNothing();
            known.when(new Administer(ADA, Optional.empty(), Optional.empty()))
                    .thenChangesNothing();
        }

        @Test
        void letsSomebodyDoSomethingAgain() {
            known.given(new Deactivated(ADA))
                    .when(new Administer(ADA, Optional.empty(), Optional.of(true)))
                    .thenRecords(new Reactivated(ADA));
        }

        @Test
        void isNotForPlainUsers() {
            known.by(AS_EVE)
                    .when(new Administer(ADA, Optional.empty(), Optional.of(false)))
                    .thenRejects(ErrorCode.E4005, "admin-required");
        }

        @Test
        void isNotAboutOneself() {
            known.by(new Actor(ADA.toString(), Set.of(Role.ADMIN)))
                    .when(new Administer(ADA, Optional.empty(), Optional.of(false)))
                    .thenRejects(ErrorCode.E4005, "own-access");
        }

        @Test
        void leavesEverybodyARole() {
            known.when(new Administer(ADA, Optional.of(List.of()), Optional.empty()))
                    .thenRejects(ErrorCode.E4001, "roles-missing");
        }

        @Test
        void refusesOneThatIsNotThere() {
            fixture.by(AS_ADMIN)
                    .when(new Administer(ADA, Optional.empty(), Optional.of(false)))
                    .thenRejects(ErrorCode.E4007, "user-not-found");
        }
    }

    @Nested
    class Erasing {

        @Test
        void isRecordedForItsHolderAndForAdministrators() {
            for (Actor actor : List.of(AS_ADA, AS_ADMIN, PLATFORM)) {
                fixture.by(actor)
                        .given(registered())
                        .when(new Erase(ADA))
                        .thenRecords(new Erased(ADA));
            }
        }

        @Test
        void isRecordedOfSomebodyWhoMayDoNothing() {
            fixture.by(AS_ADMIN)
                    .given(registered(), new Deactivated(ADA))
                    .when(new Erase(ADA))
                    .thenRecords(new Erased(ADA));
        }

        @Test
        void refusesStrangers() {
            fixture.by(AS_EVE)
                    .given(registered())
                    .when(new Erase(ADA))
                    .thenRejects(ErrorCode.E4005, "holder-required");
        }

        @Test
        void refusesItTwice() {
            for (Actor actor : List.of(AS_ADA, AS_ADMIN)) {
                fixture.by(actor)
                        .given(registered(), new Erased(ADA))
                        .when(new Erase(ADA))
                        .thenRejects(ErrorCode.E4007, "user-not-found");
            }
        }

        @Test
        void leavesNothingToShow() {
            var state = fixture.given(registered(), new Erased(ADA)).state();

            assertThat(new UserDecider().represent(state, ADA.subject())).isEmpty();
        }
    }

    @Nested
    class Holders {

        static final List<UserCommand> OWN =
                List.of(
                        new LinkExternal(ADA, IDENTITY),
                        new ChangeDetails(ADA, EMAIL, Optional.of("other"), NAME),
                        new ChangeProfile(ADA, PROFILE),
                        new ChangePassword(ADA, NEW_HASH, Optional.empty()),
                        new Rehash(ADA, NEW_HASH, 1));

        @ParameterizedTest
        @FieldSource("OWN")
        void areNotStrangers(UserCommand command) {
            for (Actor actor : List.of(AS_EVE, AS_ADMIN)) {
                fixture.by(actor)
                        .given(registered())
                        .when(command)
                        .thenRejects(ErrorCode.E4005, "holder-required");
            }
        }

        @ParameterizedTest
        @FieldSource("OWN")
        void doNothingWhileTheyAreNotActive(UserCommand command) {
            fixture.given(registered(), new Deactivated(ADA))
                    .when(command)
                    .thenRejects(ErrorCode.E4005, "user-inactive");
        }

        @ParameterizedTest
        @FieldSource("OWN")
        void haveAnAccount(UserCommand command) {
            fixture.when(command).thenRejects(ErrorCode.E4007, "user-not-found");
            fixture.given(registered(), new Erased(ADA))
                    .when(command)
                    .thenRejects(ErrorCode.E4007, "user-not-found");
        }
    }
}
