package io.sillok.schemas.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sillok.schemas.envelope.Subject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogValuesTest {

    private static final UUID ID = UUID.fromString("01937b6e-5b1e-7a10-8c11-0f2f6f0f2a01");

    @Test
    void idsNameTheirSubjects() {
        assertThat(new CategoryId(ID).subject()).isEqualTo(new Subject("categories", ID));
        assertThat(new MaterialId(ID).subject()).isEqualTo(new Subject("materials", ID));
        assertThat(new ItemId(ID).subject()).isEqualTo(new Subject("items", ID));
        assertThat(new PostId(ID).subject()).isEqualTo(new Subject("posts", ID));
    }

    @Test
    void idsAreReadFromText() {
        assertThat(CategoryId.parse(ID.toString())).isEqualTo(new CategoryId(ID));
        assertThat(MaterialId.parse(ID.toString())).isEqualTo(new MaterialId(ID));
        assertThat(ItemId.parse(ID.toString())).isEqualTo(new ItemId(ID));
        assertThat(PostId.parse(ID.toString())).isEqualTo(new PostId(ID));
        assertThatIllegalArgumentException().isThrownBy(() -> CategoryId.parse("../etc"));
        assertThatIllegalArgumentException().isThrownBy(() -> MaterialId.parse(""));
    }

    @ParameterizedTest
    @EnumSource
    void statusesAreReadFromTheirWords(MaterialStatus status) {
        assertThat(MaterialStatus.parse(status.word())).isEqualTo(status);
        assertThat(status.word()).matches("[a-z-]+");
    }

    @Test
    void onlyAnEndedScanIsAVerdict() {
        assertThat(MaterialStatus.values())
                .filteredOn(status -> !status.isVerdict())
                .containsExactly(MaterialStatus.RECEIVED, MaterialStatus.SCANNING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0f", "G", "../../../etc/passwd"})
    void digestsAreHexadecimal(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Sha256(text));
        assertThatIllegalArgumentException().isThrownBy(() -> new Sha256("0F".repeat(32)));
    }

    @Test
    void storedFilesAreNotEmpty() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new StoredFile(
                                        "a.pdf",
                                        "a.pdf",
                                        "application/pdf",
                                        0,
                                        new Sha256("0f".repeat(32))));
    }
}
