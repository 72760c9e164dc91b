package io.sillok.queryapi.stage;

import io.sillok.platform.blobs.BlobStore;
import io.sillok.queryapi.QueryApiSettings;
import io.sillok.schemas.catalog.Category;
import io.sillok.schemas.catalog.CategoryCommand;
import io.sillok.schemas.catalog.CategoryEvent;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.catalog.Extract;
import io.sillok.schemas.catalog.Material;
import io.sillok.schemas.catalog.MaterialCommand;
import io.sillok.schemas.catalog.MaterialEvent;
import io.sillok.schemas.catalog.MaterialId;
import io.sillok.schemas.catalog.Sha256;
import io.sillok.schemas.catalog.StoredFile;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Fills the platform as its processors would: sealed events on the log, the folds of them in the
/// views. Nothing reaches a view before [#project]. Every event is a second after the one before.
/// Not thread-safe.
public final class Library implements AutoCloseable {

    private final Ledger ledger;
    private final Projector projector;
    private final BlobStore blobs;
    private final Map<CategoryId, Category> categories = new LinkedHashMap<>();
    private final Map<MaterialId, Material> materials = new LinkedHashMap<>();
    private final Map<MaterialId, String> texts = new HashMap<>();
    private Instant now = Told.THEN;

    private Library(Ledger ledger, Projector projector, BlobStore blobs) {
        this.ledger = ledger;
        this.projector = projector;
        this.blobs = blobs;
    }

    static Library open(QueryApiSettings settings) {
        return new Library(
                Ledger.open(settings.kafka()), Projector.open(settings), settings.files().open());
    }

    /// When the newest event happened.
    public Instant now() {
        return now;
    }

    /// The token of the newest event.
    public String token() {
        return ledger.token();
    }

    public Category category(String name) {
        CategoryId id = new CategoryId(Ids.timeOrdered(Instant.now()));
        return tell(id, new CategoryEvent.Created(id, name));
    }

    public Category tell(CategoryId id, CategoryEvent event) {
        tick();
        var cause =
                Told.command(
                        BoundaryKey.of(id.subject()),
                        id.subject(),
                        "edith",
                        now,
                        new CategoryCommand.Archive(id));
        var envelope = ledger.append(cause, id.subject(), event);
        Category category =
                Category.evolve(Optional.ofNullable(categories.get(id)), envelope.with(event));
        categories.put(id, category);
        return category;
    }

    /// A clean material.
    public Material material(Draft draft) {
        MaterialId id = received(draft).id();
        Sha256 picture = sha256(blobs.put(Pictures.png()).sha256());
        Extract extract =
                new Extract(
                        Optional.of(sha256(blobs.put(draft.bytes()).sha256())),
                        Optional.of(picture),
                        Optional.of(3),
                        Optional.of("김작가"),
                        Optional.empty());
        return tell(id, new MaterialEvent.Cleared(id, extract, Optional.empty()));
    }

    /// A material that nobody has scanned yet.
    public Material received(Draft draft) {
        MaterialId id = new MaterialId(Ids.timeOrdered(Instant.now()));
        texts.put(id, draft.text());
        var file =
                new StoredFile(
                        draft.fileName(),
                        draft.fileName(),
                        draft.mediaType(),
                        draft.bytes().length,
                        sha256(blobs.put(draft.bytes()).sha256()));
        return tell(
                id,
                new MaterialEvent.Received(
                        id,
                        draft.title(),
                        draft.description(),
                        draft.category(),
                        file,
                        draft.owner()));
    }

    public Material tell(MaterialId id, MaterialEvent event) {
        tick();
        CommandEnvelope<Object> cause =
                Told.command(
                        BoundaryKey.of(id.subject()),
                        id.subject(),
                        "olga",
                        now,
                        new MaterialCommand.Withdraw(id));
        var envelope = ledger.append(cause, id.subject(), event);
        Material material =
                Material.evolve(Optional.ofNullable(materials.get(id)), envelope.with(event));
        materials.put(id, material);
        return material;
    }

    /// Brings the views to where the log is.
    public void project() {
        projectWithoutSearch();
        materials.values().forEach(m -> projector.index(m, texts.getOrDefault(m.id(), "")));
        projector.searchHasSeen(ledger.ends());
    }

    public void projectWithoutSearch() {
        projector.write(categories.values(), materials.values());
        projector.databaseHasSeen(ledger.ends());
    }

    public Ledger ledger() {
        return ledger;
    }

    public Projector projector() {
        return projector;
    }

    @Override
    public void close() {
        ledger.close();
        projector.close();
    }

    private void tick() {
        now = now.plus(Duration.ofSeconds(1));
    }

    private static Sha256 sha256(String hex) {
        return new Sha256(hex);
    }
}
