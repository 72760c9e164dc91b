package io.sillok.processors.catalog.projection;

import io.sillok.schemas.catalog.MaterialEvent;
import io.sillok.schemas.catalog.MaterialId;
import io.sillok.schemas.catalog.Sha256;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The blobs that the events of one material refer to: its file, its text, its thumbnail. They only
/// become more: an event never goes away, and neither does what it refers to. When the material is
/// forgotten they are none at once.
///
/// @param blobs SHA-256 each, as hexadecimal digits; sorted, each once
record BlobReferences(MaterialId material, List<String> blobs) {

    BlobReferences {
        blobs = blobs.stream().distinct().sorted().toList();
    }

    /// The references after one more event.
    static BlobReferences evolve(Optional<BlobReferences> before, MaterialEvent event) {
        if (event instanceof MaterialEvent.Forgotten) {
            return new BlobReferences(event.material(), List.of());
        }
        Stream<String> known = before.stream().flatMap(row -> row.blobs().stream());
        List<String> blobs = Stream.concat(known, named(event).map(Sha256::hex)).toList();
        return new BlobReferences(event.material(), blobs);
    }

    private static Stream<Sha256> named(MaterialEvent event) {
        return switch (event) {
            case MaterialEvent.Received received -> Stream.of(received.file().sha256());
            case MaterialEvent.Cleared(_, var extract, _) ->
                    Stream.of(extract.text(), extract.thumbnail()).flatMap(Optional::stream);
            case MaterialEvent.Edited _,
                    MaterialEvent.Withdrawn _,
                    MaterialEvent.Forgotten _,
                    MaterialEvent.ScanBegun _,
                    MaterialEvent.FoundInfected _,
                    MaterialEvent.FoundUnscannable _,
                    MaterialEvent.ScanFailed _ ->
                    Stream.empty();
        };
    }
}
