package io.sillok.schemas.golden;

import static io.sillok.schemas.golden.Given.BYTES;
import static io.sillok.schemas.golden.Given.CATEGORY;
import static io.sillok.schemas.golden.Given.DESCRIPTION;
import static io.sillok.schemas.golden.Given.FILE;
import static io.sillok.schemas.golden.Given.MATERIAL;
import static io.sillok.schemas.golden.Given.TITLE;

import io.sillok.schemas.catalog.Extract;
import io.sillok.schemas.catalog.MaterialCommand;
import io.sillok.schemas.catalog.Verdict;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Subject;
import java.util.List;
import java.util.Optional;

/// Commands of materials, from people and from the scan worker.
final class MaterialCommandSamples {

    private static final Subject SUBJECT = MATERIAL.subject();
    private static final BoundaryKey KEY = BoundaryKey.of(SUBJECT);

    private MaterialCommandSamples() {}

    static List<Sample> all() {
        return List.of(
                Given.full("full", KEY, SUBJECT, receive()),
                Given.bare("bare", KEY, SUBJECT, receiveBare()),
                Given.full("full", KEY, SUBJECT, edit()),
                Given.bare("bare", KEY, SUBJECT, editBare()),
                Given.full("full", KEY, SUBJECT, new MaterialCommand.Withdraw(MATERIAL)),
                Given.bare("bare", KEY, SUBJECT, new MaterialCommand.Forget(MATERIAL)),
                Given.scanned("bare", new MaterialCommand.BeginScan(MATERIAL, BYTES)),
                concluded("clean", new Verdict.Clean(Given.EXTRACT)),
                concluded("clean-of-nothing", new Verdict.Clean(Extract.NOTHING)),
                concluded("infected", new Verdict.Infected("Win.Test.EICAR_HDB-1")),
                concluded("unscannable", new Verdict.Unscannable("encrypted")),
                concluded("failed", new Verdict.Failed("gave-up")));
    }

    private static Sample concluded(String name, Verdict verdict) {
        return Given.scanned(name, new MaterialCommand.ConcludeScan(MATERIAL, BYTES, verdict));
    }

    private static MaterialCommand receive() {
        return new MaterialCommand.Receive(
                MATERIAL, TITLE, Optional.of(DESCRIPTION), Optional.of(CATEGORY), FILE);
    }

    private static MaterialCommand receiveBare() {
        return new MaterialCommand.Receive(
                MATERIAL, TITLE, Optional.empty(), Optional.empty(), FILE);
    }

    private static MaterialCommand edit() {
        return new MaterialCommand.Edit(
                MATERIAL, TITLE, Optional.of(DESCRIPTION), Optional.of(CATEGORY));
    }

    private static MaterialCommand editBare() {
        return new MaterialCommand.Edit(MATERIAL, "Fire drill", Optional.empty(), Optional.empty());
    }
}
