package io.sillok.processors.engine;

import io.sillok.schemas.claims.ClaimCommand;
import io.sillok.schemas.claims.ClaimCommand.Confirm;
import io.sillok.schemas.claims.ClaimCommand.Release;
import io.sillok.schemas.claims.ClaimCommand.Reserve;
import io.sillok.schemas.claims.ClaimEvent;
import io.sillok.schemas.claims.ClaimEvent.Confirmed;
import io.sillok.schemas.claims.ClaimEvent.Expired;
import io.sillok.schemas.claims.ClaimEvent.Released;
import io.sillok.schemas.claims.ClaimEvent.Reserved;
import io.sillok.schemas.claims.ClaimId;
import io.sillok.schemas.claims.ClaimKind;
import io.sillok.schemas.claims.Holding;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.problems.ErrorCode;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Who has a claim, and for how long.
final class ClaimDeciderTest {

    private static final ClaimId CLAIM = new ClaimId(new UUID(0x8000, 1));
    private static final ClaimKind KIND = new ClaimKind("word");
    private static final BoundaryKey ADA = new BoundaryKey("users/ada");
    private static final BoundaryKey EVE = new BoundaryKey("users/eve");
    private static final Duration TOO_LONG = Holding.RESERVED_FOR;
    private static final Duration JUST_SHORT = TOO_LONG.minusSeconds(2);

    private final DeciderFixture<ClaimCommand, ClaimState, ClaimEvent> fixture =
            DeciderFixture.of(new ClaimDecider()).by(Actor.system("claims"));

    @Nested
    class ReserveClaim {

        @Test
        void isForTheFirstThatAsks() {
            fixture.when(reserve(ADA)).thenRecords(reserved(ADA));
        }

        @Test
        void isRefusedWhileAnotherHasReservedIt() {
            fixture.given(reserved(ADA))
                    .later(JUST_SHORT)
                    .when(reserve(EVE))
                    .thenRejects(ErrorCode.E4008, "claim-taken");
        }

        @Test
        void isRefusedForEverOnceAnotherHasConfirmedIt() {
            fixture.given(reserved(ADA), new Confirmed(CLAIM, ADA))
                    .later(TOO_LONG.multipliedBy(1000))
                    .when(reserve(EVE))
                    .thenRejects("claim-taken");
        }

        @Test
        void takesOverWhatWasNotConfirmedInTime() {
            fixture.given(reserved(ADA))
                    .later(TOO_LONG)
                    .when(reserve(EVE))
                    .thenRecords(new Expired(CLAIM, ADA), reserved(EVE));
        }

        @Test
        void beginsTheHourAgainForItsHolder() {
            fixture.given(reserved(ADA)).when(reserve(ADA)).thenRecords(reserved(ADA));
            fixture.given(reserved(ADA))
                    .later(JUST_SHORT)
                    .given(reserved(ADA))
                    .later(JUST_SHORT)
                    .when(reserve(EVE))
                    .thenRejects("claim-taken");
        }

        @Test
        void changesNothingForWhoHasConfirmedIt() {
            fixture.given(reserved(ADA), new Confirmed(CLAIM, ADA))
                    .when(reserve(ADA))
                    .thenChangesNothing();
        }

        @Test
        void isForTheNextOnceItIsReleased() {
            fixture.given(reserved(ADA), new Confirmed(CLAIM, ADA), new Released(CLAIM, ADA))
                    .when(reserve(EVE))
                    .thenRecords(reserved(EVE));
        }
    }

    @Nested
    class ConfirmClaim {

        @Test
        void makesAReservationLast() {
            fixture.given(reserved(ADA))
                    .when(new Confirm(CLAIM, ADA))
                    .thenRecords(new Confirmed(CLAIM, ADA));
        }

        @Test
        void isInTimeWhileNobodyElseHasAsked() {
            fixture.given(reserved(ADA))
                    .later(TOO_LONG)
                    .when(new Confirm(CLAIM, ADA))
                    .thenRecords(new Confirmed(CLAIM, ADA));
        }

        @Test
        void changesNothingTheSecondTime() {
            fixture.given(reserved(ADA), new Confirmed(CLAIM, ADA))
                    .when(new Confirm(CLAIM, ADA))
                    .thenChangesNothing();
        }

        @Test
        void isRefusedWithoutAReservation() {
            fixture.when(new Confirm(CLAIM, ADA)).thenRejects("claim-not-reserved");
        }

        @Test
        void isRefusedToAnother() {
            fixture.given(reserved(ADA))
                    .when(new Confirm(CLAIM, EVE))
                    .thenRejects("claim-not-reserved");
        }
    }

    @Nested
    class ReleaseClaim {

        @Test
        void endsAReservation() {
            fixture.given(reserved(ADA))
                    .when(new Release(CLAIM, ADA))
                    .thenRecords(new Released(CLAIM, ADA));
        }

        @Test
        void endsWhatWasConfirmed() {
            fixture.given(reserved(ADA), new Confirmed(CLAIM, ADA))
                    .when(new Release(CLAIM, ADA))
                    .thenRecords(new Released(CLAIM, ADA));
        }

        @Test
        void isRefusedToAnother() {
            fixture.given(reserved(ADA), new Confirmed(CLAIM, ADA))
                    .when(new Release(CLAIM, EVE))
                    .thenRejects(ErrorCode.E4008, "claim-taken");
        }

        @Test
        void changesNothingTheSecondTime() {
            fixture.given(reserved(ADA), new Released(CLAIM, ADA))
                    .when(new Release(CLAIM, ADA))
                    .thenChangesNothing();
        }
    }

    @Test
    void areAskedForByThePlatformOnly() {
        fixture.by(DeciderFixture.ADMIN)
                .when(reserve(ADA))
                .thenRejects(ErrorCode.E4005, "engine-required");
    }

    private static ClaimEvent reserved(BoundaryKey holder) {
        return new Reserved(CLAIM, KIND, holder);
    }

    private static Reserve reserve(BoundaryKey holder) {
        return new Reserve(CLAIM, KIND, holder);
    }
}
