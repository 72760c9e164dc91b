package io.sillok.processors.catalog.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.schemas.catalog.MaterialEvent;
import io.sillok.schemas.catalog.Sha256;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BlobReferencesTest {

    @Test
    void areFileTextAndThumbnailAndNeverBecomeFewer() {
        Sha256 text = new Sha256("a".repeat(64));
        BlobReferences references =
                after(
                        List.of(
                                Stories.received(1),
                                Stories.cleared(1, text),
                                Stories.edited(1, "another title"),
                                Stories.withdrawn(1)));
        assertThat(references.blobs())
                .containsExactlyInAnyOrder(
                        Stories.file(1).hex(), text.hex(), "%064x".formatted(900_001));
    }

    @Test
    void areNoneOnceTheMaterialIsForgotten() {
        assertThat(after(List.of(Stories.received(1), Stories.forgotten(1))).blobs()).isEmpty();
    }

    @Test
    void areTheSameWhenAnEventComesTwice() {
        assertThat(after(List.of(Stories.received(1), Stories.received(1))))
                .isEqualTo(after(List.of(Stories.received(1))));
    }

    private static BlobReferences after(List<MaterialEvent> events) {
        Optional<BlobReferences> references = Optional.empty();
        for (MaterialEvent event : events) {
            references = Optional.of(BlobReferences.evolve(references, event));
        }
        return references.orElseThrow();
    }
}
