package io.sillok.processors.catalog;

import io.sillok.processors.engine.DeciderFixture;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.catalog.Extract;
import io.sillok.schemas.catalog.MaterialCommand;
import io.sillok.schemas.catalog.MaterialCommand.BeginScan;
import io.sillok.schemas.catalog.MaterialCommand.ConcludeScan;
import io.sillok.schemas.catalog.MaterialCommand.Edit;
import io.sillok.schemas.catalog.MaterialCommand.Forget;
import io.sillok.schemas.catalog.MaterialCommand.Receive;
import io.sillok.schemas.catalog.MaterialCommand.Withdraw;
import io.sillok.schemas.catalog.MaterialEvent;
import io.sillok.schemas.catalog.MaterialEvent.Cleared;
import io.sillok.schemas.catalog.MaterialEvent.Edited;
import io.sillok.schemas.catalog.MaterialEvent.Forgotten;
import io.sillok.schemas.catalog.MaterialEvent.FoundInfected;
import io.sillok.schemas.catalog.MaterialEvent.FoundUnscannable;
import io.sillok.schemas.catalog.MaterialEvent.Received;
import io.sillok.schemas.catalog.MaterialEvent.ScanBegun;
import io.sillok.schemas.catalog.MaterialEvent.ScanFailed;
import io.sillok.schemas.catalog.MaterialEvent.Withdrawn;
import io.sillok.schemas.catalog.MaterialId;
import io.sillok.schemas.catalog.Sha256;
import io.sillok.schemas.catalog.StoredFile;
import io.sillok.schemas.catalog.Verdict;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.problems.ErrorCode;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MaterialDeciderTest {

    private static final MaterialId GUIDE = new MaterialId(new UUID(1, 1));
    private static final MaterialId EARLIER = new MaterialId(new UUID(3, 3));
    private static final CategoryId SAFETY = new CategoryId(new UUID(2, 2));
    private static final Sha256 BYTES = new Sha256("a".repeat(64));
    private static final StoredFile FILE =
            new StoredFile("안내서.pdf", "안내서.pdf", "application/pdf", 10, BYTES);
    private static final Actor OWNER = new Actor("owner", Set.of(Role.USER));
    private static final Actor STRANGER = new Actor("stranger", Set.of(Role.USER));
    private static final Actor SCANNER = Actor.system("scanner");
    private static final Received RECEIVED =
            new Received(GUIDE, "안내서", Optional.empty(), Optional.empty(), FILE, "owner");

    private final DeciderFixture<MaterialCommand, MaterialState, MaterialEvent> fixture =
            DeciderFixture.of(new MaterialDecider());

    @Nested
    class ForgetMaterial {

        private static final Forget FORGET = new Forget(GUIDE);

        @Test
        void recordsItAlsoForOneThatIsWithdrawn() {
            fixture.given(RECEIVED, new Withdrawn(GUIDE))
                    .by(Actor.system("eraser"))
                    .when(FORGET)
                    .thenRecords(new Forgotten(GUIDE));
        }

        @Test
        void changesNothingTheSecondTime() {
            fixture.given(RECEIVED, new Forgotten(GUIDE))
                    .by(Actor.system("eraser"))
                    .when(FORGET)
                    .thenChangesNothing();
        }

        @Test
        void isOfThePlatformOnly() {
            fixture.given(RECEIVED)
                    .by(OWNER)
                    .when(FORGET)
                    .thenRejects(ErrorCode.E4005, "system-required");
        }

        @Test
        void needsAMaterial() {
            fixture.by(Actor.system("eraser"))
                    .when(FORGET)
                    .thenRejects(ErrorCode.E4007, "material-not-found");
        }
    }

    @Nested
    class ReceiveMaterial {

        @Test
        void recordsItWithItsOwner() {
            fixture.by(OWNER).when(receive("안내서", Optional.empty())).thenRecords(RECEIVED);
        }

        @Test
        void refusesASecondTime() {
            fixture.given(RECEIVED)
                    .when(receive("안내서", Optional.empty()))
                    .thenRejects(ErrorCode.E4008, "material-exists");
        }

        @Test
        void refusesACategoryThatIsNotThere() {
            fixture.when(receive("안내서", Optional.of(SAFETY)))
                    .thenRejects(ErrorCode.E4008, "category-not-found");
        }

        @Test
        void takesACategoryInUse() {
            fixture.by(OWNER)
                    .knowing(CatalogReferences.category(SAFETY), "active")
                    .when(receive("안내서", Optional.of(SAFETY)))
                    .thenRecords(
                            new Received(
                                    GUIDE,
                                    "안내서",
                                    Optional.empty(),
                                    Optional.of(SAFETY),
                                    FILE,
                                    "owner"));
        }

        @Test
        void refusesATitleOutOfBounds() {
            fixture.when(receive(" ", Optional.empty()))
                    .thenRejects(ErrorCode.E4001, "title-length");
            fixture.when(receive("가".repeat(201), Optional.empty())).thenRejects("title-length");
        }

        private Receive receive(String title, Optional<CategoryId> category) {
            return new Receive(GUIDE, title, Optional.empty(), category, FILE);
        }
    }

    @Nested
    class EditMaterial {

        private final Edit edit = new Edit(GUIDE, "새 제목", Optional.of("설명"), Optional.empty());

        @Test
        void recordsItForItsOwner() {
            fixture.given(RECEIVED)
                    .by(OWNER)
                    .when(edit)
                    .thenRecords(new Edited(GUIDE, "새 제목", Optional.of("설명"), Optional.empty()));
        }

        @Test
        void recordsItForAnEditor() {
            fixture.given(RECEIVED)
                    .by(new Actor("someone", Set.of(Role.EDITOR)))
                    .when(edit)
                    .thenRecords(new Edited(GUIDE, "새 제목", Optional.of("설명"), Optional.empty()));
        }

        @Test
        void refusesAStranger() {
            fixture.given(RECEIVED)
                    .by(STRANGER)
                    .when(edit)
                    .thenRejects(ErrorCode.E4005, "owner-required");
        }

        @Test
        void changesNothingWhenItIsTheSame() {
            fixture.given(RECEIVED)
                    .when(new Edit(GUIDE, "안내서", Optional.empty(), Optional.empty()))
                    .thenChangesNothing();
        }

        @Test
        void refusesALongDescription() {
            fixture.given(RECEIVED)
                    .when(new Edit(GUIDE, "t", Optional.of("가".repeat(2_001)), Optional.empty()))
                    .thenRejects(ErrorCode.E4001, "description-length");
        }

        @Test
        void refusesAWithdrawnOne() {
            fixture.given(RECEIVED, new Withdrawn(GUIDE))
                    .when(edit)
                    .thenRejects(ErrorCode.E4007, "material-not-found");
        }
    }

    @Nested
    class WithdrawMaterial {

        @Test
        void recordsIt() {
            fixture.given(RECEIVED)
                    .by(OWNER)
                    .when(new Withdraw(GUIDE))
                    .thenRecords(new Withdrawn(GUIDE));
        }

        @Test
        void refusesAStranger() {
            fixture.given(RECEIVED)
                    .by(STRANGER)
                    .when(new Withdraw(GUIDE))
                    .thenRejects("owner-required");
        }

        @Test
        void refusesItTwice() {
            fixture.given(RECEIVED, new Withdrawn(GUIDE))
                    .when(new Withdraw(GUIDE))
                    .thenRejects("material-not-found");
        }
    }

    @Nested
    class Scans {

        @Test
        void begin() {
            fixture.given(RECEIVED)
                    .by(SCANNER)
                    .when(new BeginScan(GUIDE, BYTES))
                    .thenRecords(new ScanBegun(GUIDE));
        }

        @Test
        void beginOnceOnly() {
            fixture.given(RECEIVED, new ScanBegun(GUIDE))
                    .by(SCANNER)
                    .when(new BeginScan(GUIDE, BYTES))
                    .thenChangesNothing();
        }

        @Test
        void clearAFile() {
            fixture.given(RECEIVED, new ScanBegun(GUIDE))
                    .by(SCANNER)
                    .when(conclude(new Verdict.Clean(Extract.NOTHING)))
                    .thenRecords(new Cleared(GUIDE, Extract.NOTHING, Optional.empty()));
        }

        @Test
        void pointToAnEarlierMaterialWithTheSameBytes() {
            fixture.given(RECEIVED)
                    .by(SCANNER)
                    .knowing(CatalogReferences.blob(BYTES), EARLIER.toString())
                    .when(conclude(new Verdict.Clean(Extract.NOTHING)))
                    .thenRecords(new Cleared(GUIDE, Extract.NOTHING, Optional.of(EARLIER)));
        }

        @Test
        void doNotPointToAWithdrawnOne() {
            fixture.given(RECEIVED)
                    .by(SCANNER)
                    .knowing(CatalogReferences.blob(BYTES), EARLIER.toString())
                    .knowing(CatalogReferences.withdrawn(EARLIER), "withdrawn")
                    .when(conclude(new Verdict.Clean(Extract.NOTHING)))
                    .thenRecords(new Cleared(GUIDE, Extract.NOTHING, Optional.empty()));
        }

        @Test
        void lockAwayWhatIsInfected() {
            fixture.given(RECEIVED)
                    .by(SCANNER)
                    .when(conclude(new Verdict.Infected("Eicar-Signature")))
                    .thenRecords(new FoundInfected(GUIDE, "Eicar-Signature"));
        }

        @Test
        void lockAwayWhatCannotBeLookedInto() {
            fixture.given(RECEIVED)
                    .by(SCANNER)
                    .when(conclude(new Verdict.Unscannable("encrypted")))
                    .thenRecords(new FoundUnscannable(GUIDE, "encrypted"));
        }

        @Test
        void lockAwayWhatTheyGaveUpOn() {
            fixture.given(RECEIVED)
                    .by(SCANNER)
                    .when(conclude(new Verdict.Failed("scanner-crashed")))
                    .thenRecords(new ScanFailed(GUIDE, "scanner-crashed"));
        }

        @Test
        void neverChangeAVerdict() {
            fixture.given(RECEIVED, new FoundInfected(GUIDE, "Eicar-Signature"))
                    .by(SCANNER)
                    .when(conclude(new Verdict.Clean(Extract.NOTHING)))
                    .thenChangesNothing();
        }

        @Test
        void areOfTheScannerOnly() {
            fixture.given(RECEIVED)
                    .when(conclude(new Verdict.Clean(Extract.NOTHING)))
                    .thenRejects(ErrorCode.E4005, "scanner-required");
        }

        @Test
        void sayNothingOfWhatIsForgotten() {
            fixture.given(RECEIVED, new Forgotten(GUIDE))
                    .by(SCANNER)
                    .when(conclude(new Verdict.Clean(Extract.NOTHING)))
                    .thenChangesNothing();
        }

        @Test
        void ofOtherBytesAreRefused() {
            fixture.given(RECEIVED)
                    .by(SCANNER)
                    .when(
                            new ConcludeScan(
                                    GUIDE,
                                    new Sha256("b".repeat(64)),
                                    new Verdict.Clean(Extract.NOTHING)))
                    .thenRejects(ErrorCode.E4007, "material-not-found");
        }

        private ConcludeScan conclude(Verdict verdict) {
            return new ConcludeScan(GUIDE, BYTES, verdict);
        }
    }
}
