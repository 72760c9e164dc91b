package io.sillok.processors.identity;

import static io.sillok.processors.identity.People.ADA;
import static io.sillok.processors.identity.People.AS_ADA;
import static io.sillok.processors.identity.People.AS_ADMIN;
import static io.sillok.processors.identity.People.AS_EVE;
import static io.sillok.processors.identity.People.EMAIL;
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
import io.sillok.schemas.identity.UserCommand.Rehash;
import io.sillok.schemas.identity.UserEvent;
import io.sillok.schemas.identity.UserEvent.Deactivated;
import io.sillok.schemas.identity.UserEvent.DetailsChanged;
import io.sillok.schemas.identity.UserEvent.Erased;
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

/// What becomes of an account that is there.
class UserChangesTest {

    private static final Optional<String> NEW_HASH = People.hash('B');
    private static final Optional<CodingProfile> PROFILE =
            Optional.of(
                    new CodingProfile(
                            SkillLevel.EXPERT, OutputStructure.MINIMAL, ExplanationStyle.BRIEF));

    private final DeciderFixture<UserCommand, UserState, UserEvent> fixture =
            DeciderFixture.of(new UserDecider()).by(AS_ADA);

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
