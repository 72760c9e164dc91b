package io.sillok.schemas.catalog;

import static io.sillok.schemas.envelope.History.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sillok.schemas.envelope.History;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MaterialTest {

    private static final MaterialId ID = MaterialId.parse("01937b6e-6c22-7b20-9d22-1a3b5c7d9e02");
    private static final MaterialId FIRST =
            MaterialId.parse("01937b6d-0d33-7c30-ae33-2b4c6d8e0f03");
    private static final CategoryId CATEGORY =
            CategoryId.parse("01937b6e-5b1e-7a10-8c11-0f2f6f0f2a01");
    private static final Sha256 BYTES = new Sha256("0f".repeat(32));
    private static final Sha256 TEXT = new Sha256("1e".repeat(32));
    private static final Sha256 PICTURE = new Sha256("2d".repeat(32));
    private static final StoredFile FILE =
            new StoredFile("교육.pdf", "교육 📚.pdf", "application/pdf", 7, BYTES);
    private static final Extract EXTRACT =
            new Extract(
                    Optional.of(TEXT),
                    Optional.of(PICTURE),
                    Optional.of(3),
                    Optional.of("홍길동"),
                    Optional.of(1.5));

    private static final MaterialEvent RECEIVED =
            new MaterialEvent.Received(
                    ID, "제목", Optional.of("설명"), Optional.of(CATEGORY), FILE, "ada");
    private static final MaterialEvent BEGUN = new MaterialEvent.ScanBegun(ID);
    private static final MaterialEvent CLEARED =
            new MaterialEvent.Cleared(ID, EXTRACT, Optional.of(FIRST));
    private static final MaterialEvent EDITED =
            new MaterialEvent.Edited(ID, "새 제목", Optional.empty(), Optional.empty());
    private static final MaterialEvent WITHDRAWN = new MaterialEvent.Withdrawn(ID);
    private static final MaterialEvent FORGOTTEN = new MaterialEvent.Forgotten(ID);

    @Test
    void beginsAsReceived() {
        assertThat(fold(RECEIVED))
                .isEqualTo(
                        new Material(
                                ID,
                                1,
                                "제목",
                                Optional.of("설명"),
                                Optional.of(CATEGORY),
                                FILE,
                                "ada",
                                MaterialStatus.RECEIVED,
                                Optional.empty(),
                                Extract.NOTHING,
                                Optional.empty(),
                                false,
                                time(1),
                                time(1)));
    }

    @Test
    void isBeingScannedOnceAScanBegan() {
        Material material = fold(RECEIVED, BEGUN);

        assertThat(material.status()).isEqualTo(MaterialStatus.SCANNING);
        assertThat(material.version()).isEqualTo(2);
        assertThat(material.createdAt()).isEqualTo(time(1));
        assertThat(material.updatedAt()).isEqualTo(time(2));
    }

    @Test
    void isCleanWithWhatTheScanFound() {
        Material material = fold(RECEIVED, BEGUN, CLEARED);

        assertThat(material.status()).isEqualTo(MaterialStatus.CLEAN);
        assertThat(material.extract()).isEqualTo(EXTRACT);
        assertThat(material.duplicateOf()).contains(FIRST);
        assertThat(material.statusReason()).isEmpty();
    }

    @Test
    void saysWhyItIsLockedAway() {
        assertLocked(
                new MaterialEvent.FoundInfected(ID, "Eicar"), MaterialStatus.INFECTED, "Eicar");
        assertLocked(
                new MaterialEvent.FoundUnscannable(ID, "encrypted"),
                MaterialStatus.UNSCANNABLE,
                "encrypted");
        assertLocked(
                new MaterialEvent.ScanFailed(ID, "gave-up"), MaterialStatus.SCAN_FAILED, "gave-up");
    }

    @Test
    void takesEveryEditedField() {
        Material material = fold(RECEIVED, BEGUN, CLEARED, EDITED);

        assertThat(material.title()).isEqualTo("새 제목");
        assertThat(material.description()).isEmpty();
        assertThat(material.category()).isEmpty();
        assertThat(material.status()).isEqualTo(MaterialStatus.CLEAN);
        assertThat(material.extract()).isEqualTo(EXTRACT);
        assertThat(material.file()).isEqualTo(FILE);
    }

    @Test
    void leavesTheLibraryWithAllThatIsKnownOfIt() {
        Material before = fold(RECEIVED, BEGUN, CLEARED);
        Material material = fold(RECEIVED, BEGUN, CLEARED, WITHDRAWN);

        assertThat(material.withdrawn()).isTrue();
        assertThat(material.version()).isEqualTo(4);
        assertThat(material)
                .usingRecursiveComparison()
                .ignoringFields("withdrawn", "version", "updatedAt")
                .isEqualTo(before);
    }

    @Test
    void saysNothingOnceItsOwnerWasErased() {
        Material material = fold(RECEIVED, BEGUN, CLEARED, EDITED, FORGOTTEN);

        assertThat(material.isForgotten()).isTrue();
        assertThat(material.withdrawn()).isTrue();
        assertThat(material.description()).isEmpty();
        assertThat(material.file().originalName() + material.file().name()).isEmpty();
        assertThat(material.extract().author()).isEmpty();
        assertThat(material.file().sha256()).isEqualTo(FILE.sha256());
        assertThat(material.extract().text()).isEqualTo(EXTRACT.text());
        assertThat(fold(RECEIVED, WITHDRAWN, FORGOTTEN).isForgotten()).isTrue();
    }

    @Test
    void isNotChangedByRepeats() {
        List<MaterialEvent> life = List.of(RECEIVED, BEGUN, CLEARED, EDITED, WITHDRAWN, FORGOTTEN);
        Material material = fold(life.toArray(MaterialEvent[]::new));

        for (int i = 0; i < life.size(); i++) {
            Material again = evolve(Optional.of(material), i + 1, life.get(i));
            assertThat(again).isSameAs(material);
        }
    }

    @Test
    void doesNotBeginInTheMiddle() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> evolve(Optional.empty(), 2, BEGUN));
    }

    @Test
    void isAnsweredAsAResource() {
        MaterialResource resource = MaterialResource.of(fold(RECEIVED, BEGUN, CLEARED));

        assertThat(resource.id()).isEqualTo(ID);
        assertThat(resource.version()).isEqualTo(3);
        assertThat(resource.categoryId()).contains(CATEGORY);
        assertThat(resource.fileName()).isEqualTo("교육.pdf");
        assertThat(resource.originalName()).isEqualTo("교육 📚.pdf");
        assertThat(resource.sha256()).isEqualTo(BYTES);
        assertThat(resource.hasThumbnail()).isTrue();
        assertThat(resource.pages()).contains(3);
        assertThat(resource.duplicateOf()).contains(FIRST);
    }

    private static void assertLocked(MaterialEvent verdict, MaterialStatus status, String why) {
        Material material = fold(RECEIVED, BEGUN, verdict);

        assertThat(material.status()).isEqualTo(status);
        assertThat(material.statusReason()).contains(why);
        assertThat(material.extract()).isEqualTo(Extract.NOTHING);
    }

    private static Material fold(MaterialEvent... events) {
        Optional<Material> material = Optional.empty();
        for (int i = 0; i < events.length; i++) {
            material = Optional.of(evolve(material, i + 1, events[i]));
        }
        return material.orElseThrow();
    }

    private static Material evolve(Optional<Material> before, long sequence, MaterialEvent event) {
        return Material.evolve(before, History.at(sequence, ID.subject(), event));
    }
}
