package io.sillok.schemas.golden;

import static io.sillok.schemas.golden.Given.CATEGORY;
import static io.sillok.schemas.golden.Given.DESCRIPTION;
import static io.sillok.schemas.golden.Given.FILE;
import static io.sillok.schemas.golden.Given.MATERIAL;
import static io.sillok.schemas.golden.Given.ORIGINAL;
import static io.sillok.schemas.golden.Given.TITLE;

import io.sillok.schemas.catalog.Extract;
import io.sillok.schemas.catalog.MaterialEvent;
import io.sillok.schemas.catalog.MaterialId;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Subject;
import java.util.List;
import java.util.Optional;

/// Events of materials.
final class MaterialEventSamples {

    private static final Subject SUBJECT = MATERIAL.subject();

    private MaterialEventSamples() {}

    static List<Sample> all() {
        return List.of(
                event("full", received(Optional.of(DESCRIPTION))),
                event("bare", received(Optional.empty())),
                event("full", edited()),
                event("bare", editedBare()),
                event("full", new MaterialEvent.Withdrawn(MATERIAL)),
                event("full", new MaterialEvent.Forgotten(MATERIAL)),
                event("full", new MaterialEvent.ScanBegun(MATERIAL)),
                event("full", cleared(Given.EXTRACT, Optional.of(ORIGINAL))),
                event("bare", cleared(Extract.NOTHING, Optional.empty())),
                event("full", new MaterialEvent.FoundInfected(MATERIAL, "Win.Test.EICAR_HDB-1")),
                event("full", new MaterialEvent.FoundUnscannable(MATERIAL, "encrypted")),
                event("full", new MaterialEvent.ScanFailed(MATERIAL, "gave-up")));
    }

    private static Sample event(String name, MaterialEvent event) {
        return Given.event(name, BoundaryKey.of(SUBJECT), SUBJECT, event);
    }

    private static MaterialEvent received(Optional<String> description) {
        return new MaterialEvent.Received(
                MATERIAL,
                TITLE,
                description,
                description.map(_ -> CATEGORY),
                FILE,
                Given.EDITOR.id());
    }

    private static MaterialEvent edited() {
        return new MaterialEvent.Edited(
                MATERIAL, TITLE, Optional.of(DESCRIPTION), Optional.of(CATEGORY));
    }

    private static MaterialEvent editedBare() {
        return new MaterialEvent.Edited(MATERIAL, "Fire drill", Optional.empty(), Optional.empty());
    }

    private static MaterialEvent cleared(Extract extract, Optional<MaterialId> original) {
        return new MaterialEvent.Cleared(MATERIAL, extract, original);
    }
}
