package io.sillok.processors.identity;

import static io.sillok.processors.identity.People.ADA;
import static io.sillok.processors.identity.People.AS_ADA;
import static io.sillok.processors.identity.People.AS_ADMIN;
import static io.sillok.processors.identity.People.AS_EVE;
import static io.sillok.processors.identity.People.PLATFORM;
import static io.sillok.processors.identity.People.digest;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.processors.engine.DeciderFixture;
import io.sillok.processors.engine.Kept;
import io.sillok.schemas.identity.Credential;
import io.sillok.schemas.identity.EndReason;
import io.sillok.schemas.identity.SessionCommand;
import io.sillok.schemas.identity.SessionCommand.End;
import io.sillok.schemas.identity.SessionCommand.Open;
import io.sillok.schemas.identity.SessionCommand.Refresh;
import io.sillok.schemas.identity.SessionCommand.Restrict;
import io.sillok.schemas.identity.SessionEvent;
import io.sillok.schemas.identity.SessionEvent.Ended;
import io.sillok.schemas.identity.SessionEvent.Opened;
import io.sillok.schemas.identity.SessionEvent.Refreshed;
import io.sillok.schemas.identity.SessionEvent.Restricted;
import io.sillok.schemas.identity.SessionEvent.ReuseDetected;
import io.sillok.schemas.identity.SessionId;
import io.sillok.schemas.identity.SessionResource;
import io.sillok.schemas.identity.SessionStatus;
import io.sillok.schemas.problems.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionDeciderTest {

    private static final SessionId SESSION = session(1);
    private static final SessionId OTHER = session(2);
    private static final Instant EXPIRY = DeciderFixture.START.plus(SessionDecider.IDLE);

    private final DeciderFixture<SessionCommand, SessionBook, SessionEvent> fixture =
            DeciderFixture.of(new SessionDecider()).by(AS_ADA);

    private final DeciderFixture<SessionCommand, SessionBook, SessionEvent> open =
            fixture.when(new Open(SESSION, ADA, 4, digest(1))).then();

    @Nested
    class Opening {

        @Test
        void isRecordedWithoutTheToken() {
            fixture.when(new Open(SESSION, ADA, 4, digest(1)))
                    .keeping(kept(SESSION, 1))
                    .thenRecords(new Opened(SESSION, ADA, 4, EXPIRY));
        }

        @Test
        void refusesStrangers() {
            fixture.by(AS_EVE)
                    .when(new Open(SESSION, ADA, 4, digest(1)))
                    .thenRejects(ErrorCode.E4005, "holder-required");
        }

        @Test
        void refusesThoseWhoMayDoNothing() {
            fixture.given(new Restricted(ADA, 5, true))
                    .when(new Open(SESSION, ADA, 5, digest(1)))
                    .thenRejects(ErrorCode.E4005, "user-inactive");
        }

        @Test
        void refusesWhatWasCheckedTooEarly() {
            fixture.given(new Restricted(ADA, 5, false))
                    .when(new Open(SESSION, ADA, 4, digest(1)))
                    .thenRejects(ErrorCode.E4008, "account-changed");
            assertThat(
                            fixture.given(new Restricted(ADA, 5, false))
                                    .when(new Open(SESSION, ADA, 5, digest(1)))
                                    .accepted())
                    .hasSize(1);
        }

        @Test
        void refusesAnIdInUse() {
            open.when(new Open(SESSION, ADA, 4, digest(2)))
                    .thenRejects(ErrorCode.E4008, "session-exists");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "0", "the-token-itself"})
        void refusesWhatIsNoDigest(String digest) {
            fixture.when(new Open(SESSION, ADA, 4, digest))
                    .thenRejects(ErrorCode.E4001, "digest-invalid");
        }

        @Test
        void makesRoomForOneMoreThanAnybodyMayHave() {
            var full = fixture;
            for (int i = 1; i <= SessionDecider.MOST_OPEN; i++) {
                full = full.when(new Open(session(i), ADA, 4, digest(i))).then();
            }

            assertThat(full.when(new Open(session(100), ADA, 4, digest(100))).accepted())
                    .hasSize(2)
                    .startsWith(new Ended(SESSION, ADA, EndReason.REPLACED));
        }

        @Test
        void remembersOnlyTheLastOfThoseThatAreOver() {
            var busy = fixture;
            for (int i = 1; i <= 30; i++) {
                busy = busy.when(new Open(session(i), ADA, 4, digest(i))).then();
                busy = busy.when(new End(session(i), ADA)).then();
            }
            busy = busy.when(new Open(session(31), ADA, 4, digest(31))).then();

            assertThat(busy.state().sessions())
                    .extracting(known -> known.session().id())
                    .hasSize(11)
                    .startsWith(session(21))
                    .endsWith(session(31));
        }
    }

    @Nested
    class Refreshing {

        @Test
        void isRecordedWithoutTheToken() {
            open.when(new Refresh(SESSION, ADA, digest(1), digest(2)))
                    .keeping(kept(SESSION, 2))
                    .thenRecords(new Refreshed(SESSION, ADA, EXPIRY.plusSeconds(1)));
        }

        @Test
        void isForWhoeverHasTheToken() {
            assertThat(
                            open.by(AS_EVE)
                                    .when(new Refresh(SESSION, ADA, digest(1), digest(2)))
                                    .accepted())
                    .hasSize(1);
        }

        @Test
        void endsTheSessionWhenTheTokenWasUsed() {
            open.when(new Refresh(SESSION, ADA, digest(1), digest(2)))
                    .then()
                    .when(new Refresh(SESSION, ADA, digest(1), digest(3)))
                    .keeping()
                    .thenRecords(
                            new ReuseDetected(SESSION, ADA),
                            new Ended(SESSION, ADA, EndReason.REUSED));
        }

        @Test
        void takesNoTokenOfASessionThatWasEndedSo() {
            var ended =
                    open.when(new Refresh(SESSION, ADA, digest(1), digest(2)))
                            .then()
                            .when(new Refresh(SESSION, ADA, digest(1), digest(3)))
                            .then();

            for (int token = 1; token <= 3; token++) {
                ended.when(new Refresh(SESSION, ADA, digest(token), digest(9)))
                        .thenRejects(ErrorCode.E4006, "refresh-token-invalid");
            }
        }

        @Test
        void knowsATokenThatWasUsedLongAgo() {
            var old = open;
            for (int i = 1; i <= 100; i++) {
                old = old.when(new Refresh(SESSION, ADA, digest(i), digest(i + 1))).then();
            }

            assertThat(old.when(new Refresh(SESSION, ADA, digest(1), digest(999))).accepted())
                    .startsWith(new ReuseDetected(SESSION, ADA));
        }

        @Test
        void doesNotGrowWithoutEnd() {
            var old = open;
            for (int i = 1; i <= 450; i++) {
                old = old.when(new Refresh(SESSION, ADA, digest(i), digest(i + 1))).then();
            }

            assertThat(old.state().sessions().getFirst().used()).hasSize(400);
        }

        @Test
        void refusesWhatNobodyWasGiven() {
            open.when(new Refresh(SESSION, ADA, digest(7), digest(8)))
                    .thenRejects(ErrorCode.E4006, "refresh-token-invalid");
            open.when(new Refresh(OTHER, ADA, digest(1), digest(2)))
                    .thenRejects(ErrorCode.E4006, "refresh-token-invalid");
        }

        @Test
        void refusesWhatHasExpired() {
            open.later(SessionDecider.IDLE.minusSeconds(1))
                    .when(new Refresh(SESSION, ADA, digest(1), digest(2)))
                    .thenRejects(ErrorCode.E4006, "refresh-token-invalid");
            assertThat(
                            open.later(SessionDecider.IDLE.minus(Duration.ofSeconds(2)))
                                    .when(new Refresh(SESSION, ADA, digest(1), digest(2)))
                                    .accepted())
                    .hasSize(1);
        }

        @Test
        void refusesToGiveTheSameTokenAgain() {
            open.when(new Refresh(SESSION, ADA, digest(1), digest(1)))
                    .thenRejects("refresh-token-invalid");
        }

        @Test
        void refusesWhatIsNoDigest() {
            open.when(new Refresh(SESSION, ADA, "x", digest(2))).thenRejects("digest-invalid");
            open.when(new Refresh(SESSION, ADA, digest(1), "x")).thenRejects("digest-invalid");
        }
    }

    @Nested
    class Ending {

        @Test
        void isRecordedWithTheReason() {
            open.when(new End(SESSION, ADA))
                    .thenRecords(new Ended(SESSION, ADA, EndReason.LOGGED_OUT));
            open.by(AS_ADMIN)
                    .when(new End(SESSION, ADA))
                    .thenRecords(new Ended(SESSION, ADA, EndReason.REVOKED));
        }

        @Test
        void changesNothingTheSecondTime() {
            open.when(new End(SESSION, ADA))
                    .then()
                    .when(new End(SESSION, ADA))
                    .thenChangesNothing();
        }

        @Test
        void refusesStrangers() {
            open.by(AS_EVE)
                    .when(new End(SESSION, ADA))
                    .thenRejects(ErrorCode.E4005, "holder-required");
        }

        @Test
        void refusesOneThatIsNotThere() {
            open.when(new End(OTHER, ADA)).thenRejects(ErrorCode.E4007, "session-not-found");
        }

        @Test
        void isShown() {
            var ended = open.when(new End(SESSION, ADA)).then().state();

            assertThat(new SessionDecider().represent(ended, SESSION.subject()))
                    .get()
                    .isInstanceOfSatisfying(
                            SessionResource.class,
                            shown -> assertThat(shown.status()).isEqualTo(SessionStatus.ENDED));
        }

        @Test
        void leavesNoDigest() {
            var ended = open.when(new End(SESSION, ADA)).then().state();

            assertThat(ended.sessions().getFirst().digest()).isEmpty();
            assertThat(ended.sessions().getFirst().used()).isEmpty();
        }
    }

    @Nested
    class Restricting {

        private final DeciderFixture<SessionCommand, SessionBook, SessionEvent> two =
                open.when(new Open(OTHER, ADA, 4, digest(9))).then().by(PLATFORM);

        @Test
        void endsAllOfThem() {
            two.when(new Restrict(ADA, 6, true, EndReason.ERASED, Optional.empty()))
                    .thenRecords(
                            new Ended(SESSION, ADA, EndReason.ERASED),
                            new Ended(OTHER, ADA, EndReason.ERASED),
                            new Restricted(ADA, 6, true));
        }

        @Test
        void sparesTheOneThatAskedForIt() {
            two.when(new Restrict(ADA, 6, false, EndReason.PASSWORD_CHANGED, Optional.of(OTHER)))
                    .thenRecords(
                            new Ended(SESSION, ADA, EndReason.PASSWORD_CHANGED),
                            new Restricted(ADA, 6, false));
        }

        @Test
        void letsThemBeginAgain() {
            var barred = fixture.by(PLATFORM).given(new Restricted(ADA, 6, true));

            barred.when(new Restrict(ADA, 7, false, EndReason.DEACTIVATED, Optional.empty()))
                    .thenRecords(new Restricted(ADA, 7, false));
        }

        @Test
        void changesNothingTheSecondTime() {
            fixture.by(PLATFORM)
                    .given(new Restricted(ADA, 6, true))
                    .when(new Restrict(ADA, 6, true, EndReason.ERASED, Optional.empty()))
                    .thenChangesNothing();
        }

        @Test
        void isForThePlatformOnly() {
            two.by(AS_ADA)
                    .when(new Restrict(ADA, 6, true, EndReason.ERASED, Optional.empty()))
                    .thenRejects(ErrorCode.E4005, "platform-required");
        }
    }

    private static SessionId session(int number) {
        return new SessionId(new UUID(3, number));
    }

    private static Kept kept(SessionId session, int token) {
        return new Kept(
                session.subject(), new Credential.SessionDigest(session, ADA, digest(token)));
    }
}
