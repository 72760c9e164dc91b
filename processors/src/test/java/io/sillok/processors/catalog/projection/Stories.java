package io.sillok.processors.catalog.projection;

import io.sillok.platform.blobs.BlobStore;
import io.sillok.schemas.catalog.CategoryEvent;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.catalog.Extract;
import io.sillok.schemas.catalog.MaterialEvent;
import io.sillok.schemas.catalog.MaterialId;
import io.sillok.schemas.catalog.Sha256;
import io.sillok.schemas.catalog.StoredFile;
import io.sillok.schemas.envelope.Ids;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What happens to categories and materials in these tests.
///
/// @param blobs takes the texts inside the files
record Stories(BlobStore blobs) {

    static MaterialId material(int number) {
        return new MaterialId(Ids.named("material/" + number));
    }

    static CategoryId category(int number) {
        return new CategoryId(Ids.named("category/" + number));
    }

    static Sha256 file(int number) {
        return new Sha256("%064x".formatted(number + 1));
    }

    static MaterialEvent received(int number) {
        StoredFile file =
                new StoredFile(
                        number + "_교육.pdf",
                        number + "_교육.pdf",
                        "application/pdf",
                        1_000 + number,
                        file(number));
        return new MaterialEvent.Received(
                material(number),
                "교육자료 " + number,
                number % 2 == 0 ? Optional.empty() : Optional.of("설명 " + number),
                Optional.of(category(number % 3)),
                file,
                "user-" + number % 4);
    }

    static MaterialEvent edited(int number, String title) {
        return new MaterialEvent.Edited(
                material(number), title, Optional.of("edited"), Optional.empty());
    }

    static MaterialEvent withdrawn(int number) {
        return new MaterialEvent.Withdrawn(material(number));
    }

    static MaterialEvent forgotten(int number) {
        return new MaterialEvent.Forgotten(material(number));
    }

    MaterialEvent cleared(int number) {
        return cleared(number, text("신입사원 안내 " + number));
    }

    static MaterialEvent cleared(int number, Sha256 text) {
        Extract extract =
                new Extract(
                        Optional.of(text),
                        Optional.of(new Sha256("%064x".formatted(900_000 + number))),
                        Optional.of(number),
                        Optional.of("저자"),
                        number % 5 == 0 ? Optional.of(12.5) : Optional.empty());
        return new MaterialEvent.Cleared(material(number), extract, Optional.empty());
    }

    Sha256 text(String content) {
        return new Sha256(blobs.put(content.getBytes(StandardCharsets.UTF_8)).sha256());
    }

    /// A life of a material: some are never scanned, some infected, some withdrawn.
    List<Object> life(int number) {
        List<Object> events = new ArrayList<>();
        events.add(received(number));
        if (number % 7 == 0) {
            return events;
        }
        events.add(new MaterialEvent.ScanBegun(material(number)));
        if (number % 5 == 1) {
            events.add(new MaterialEvent.FoundInfected(material(number), "Eicar-Test-Signature"));
            return events;
        }
        events.add(cleared(number));
        if (number % 3 == 0) {
            events.add(edited(number, "새 제목 " + number));
        }
        if (number % 4 == 0) {
            events.add(withdrawn(number));
        }
        return events;
    }

    /// A life of a category.
    static List<Object> categoryLife(int number) {
        return List.of(
                new CategoryEvent.Created(category(number), "분류 " + number),
                new CategoryEvent.Renamed(category(number), "새 분류 " + number),
                new CategoryEvent.Archived(category(number)));
    }
}
