package io.sillok.processors.identity.erasure;

import io.sillok.processors.engine.DeciderFixture;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.identity.ErasureCommand;
import io.sillok.schemas.identity.ErasureCommand.Conclude;
import io.sillok.schemas.identity.ErasureCommand.Resume;
import io.sillok.schemas.identity.ErasureCommand.Suspend;
import io.sillok.schemas.identity.ErasureEvent;
import io.sillok.schemas.identity.ErasureEvent.Concluded;
import io.sillok.schemas.identity.ErasureEvent.Resumed;
import io.sillok.schemas.identity.ErasureEvent.Suspended;
import io.sillok.schemas.identity.ErasureReport;
import io.sillok.schemas.identity.Tally;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.problems.ErrorCode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ErasureDeciderTest {

    private static final UserId ADA = new UserId(new UUID(0, 7));
    private static final Actor ERASER = Actor.system("eraser");
    private static final ErasureReport NOTHING_LEFT = report(0);

    private final DeciderFixture<ErasureCommand, ErasureState, ErasureEvent> fixture =
            DeciderFixture.of(new ErasureDecider());

    @Nested
    class ConcludeErasure {

        @Test
        void recordsTheReport() {
            fixture.by(ERASER)
                    .when(new Conclude(ADA, NOTHING_LEFT))
                    .thenRecords(new Concluded(ADA, NOTHING_LEFT));
        }

        @Test
        void recordsItAlsoAfterItWasSuspended() {
            fixture.given(new Suspended(ADA, "tries-exhausted"))
                    .by(ERASER)
                    .when(new Conclude(ADA, NOTHING_LEFT))
                    .thenRecords(new Concluded(ADA, NOTHING_LEFT));
        }

        @Test
        void happensOnce() {
            fixture.given(new Concluded(ADA, NOTHING_LEFT))
                    .by(ERASER)
                    .when(new Conclude(ADA, NOTHING_LEFT))
                    .thenChangesNothing();
        }

        @Test
        void refusesWhileSomethingIsLeft() {
            fixture.by(ERASER)
                    .when(new Conclude(ADA, report(1)))
                    .thenRejects(ErrorCode.E4001, "erasure-incomplete");
        }

        @Test
        void isOfThePlatformOnly() {
            fixture.when(new Conclude(ADA, NOTHING_LEFT))
                    .thenRejects(ErrorCode.E4005, "platform-required");
        }
    }

    @Nested
    class SuspendErasure {

        @Test
        void recordsWhy() {
            fixture.by(ERASER)
                    .when(new Suspend(ADA, "tries-exhausted"))
                    .thenRecords(new Suspended(ADA, "tries-exhausted"));
        }

        @Test
        void happensOnceUntilItIsResumed() {
            var suspended = fixture.given(new Suspended(ADA, "engine-away")).by(ERASER);

            suspended.when(new Suspend(ADA, "tries-exhausted")).thenChangesNothing();
            suspended
                    .given(new Resumed(ADA))
                    .when(new Suspend(ADA, "tries-exhausted"))
                    .thenRecords(new Suspended(ADA, "tries-exhausted"));
        }

        @Test
        void isOfThePlatformOnly() {
            fixture.when(new Suspend(ADA, "engine-away"))
                    .thenRejects(ErrorCode.E4005, "platform-required");
        }

        @Test
        void doesNotUndoTheEnd() {
            fixture.given(new Concluded(ADA, NOTHING_LEFT))
                    .by(ERASER)
                    .when(new Suspend(ADA, "tries-exhausted"))
                    .thenChangesNothing();
        }
    }

    @Nested
    class ResumeErasure {

        private final DeciderFixture<ErasureCommand, ErasureState, ErasureEvent> suspended =
                fixture.given(new Suspended(ADA, "engine-away"));

        @Test
        void isRecordedForAnAdministratorAndForThePlatform() {
            suspended.when(new Resume(ADA)).thenRecords(new Resumed(ADA));
            suspended.by(ERASER).when(new Resume(ADA)).thenRecords(new Resumed(ADA));
        }

        @Test
        void isNotForOthers() {
            suspended
                    .by(new Actor(ADA.toString(), Set.of(Role.USER, Role.EDITOR)))
                    .when(new Resume(ADA))
                    .thenRejects(ErrorCode.E4005, "admin-required");
        }

        @Test
        void refusesWhatWasNeverBegun() {
            fixture.when(new Resume(ADA)).thenRejects(ErrorCode.E4008, "erasure-not-suspended");
            fixture.by(ERASER)
                    .when(new Resume(ADA))
                    .thenRejects(ErrorCode.E4008, "erasure-not-suspended");
        }

        @Test
        void refusesWhatGoesOnOrIsDone() {
            suspended
                    .given(new Resumed(ADA))
                    .when(new Resume(ADA))
                    .thenRejects(ErrorCode.E4008, "erasure-not-suspended");
            suspended
                    .given(new Concluded(ADA, NOTHING_LEFT))
                    .when(new Resume(ADA))
                    .thenRejects(ErrorCode.E4008, "erasure-not-suspended");
        }
    }

    private static ErasureReport report(long left) {
        return new ErasureReport(List.of(new Tally("materials", 3, left)));
    }
}
