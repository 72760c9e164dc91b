package io.sillok.processors.catalog.projection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.processors.engine.projection.SearchDocuments;
import io.sillok.schemas.catalog.Extract;
import io.sillok.schemas.catalog.Material;
import io.sillok.schemas.catalog.MaterialStatus;
import io.sillok.schemas.catalog.Sha256;
import io.sillok.schemas.wire.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Materials as they can be found: a clean one with the text inside its file, any other as a
/// tombstone. So a reader that forgets to filter still finds nothing that it must not.
///
/// A text that is not there makes a tombstone too: when the log is read anew, texts of materials
/// that are forgotten further on are gone.
///
/// @param texts where the texts are
record MaterialDocuments(TextSource texts) implements SearchDocuments<Material> {

    @Override
    public Class<Material> type() {
        return Material.class;
    }

    @Override
    public long version(Material material) {
        return material.version();
    }

    @Override
    public Rendering render(Material material) {
        if (material.status() != MaterialStatus.CLEAN || material.withdrawn()) {
            return new Rendering.Fields(tombstone(material));
        }
        Optional<Sha256> text = material.extract().text();
        if (text.isEmpty()) {
            return new Rendering.Fields(findable(material));
        }
        return texts.find(text.get())
                .<Rendering>map(found -> withText(material, found))
                .orElseGet(() -> new Rendering.Fields(tombstone(material)));
    }

    private static Rendering withText(Material material, String text) {
        return new Rendering.Fields(findable(material).put("text", text));
    }

    private static ObjectNode tombstone(Material material) {
        return Json.object(
                Map.of(
                        "status", material.status(),
                        "withdrawn", material.withdrawn(),
                        "created_at", material.createdAt(),
                        "updated_at", material.updatedAt()));
    }

    private static ObjectNode findable(Material material) {
        Extract extract = material.extract();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", material.title());
        material.description().ifPresent(value -> fields.put("description", value));
        material.category().ifPresent(value -> fields.put("category_id", value));
        fields.put("file_name", material.file().name());
        fields.put("media_type", material.file().mediaType());
        fields.put("size", material.file().size());
        fields.put("owner", material.owner());
        extract.author().ifPresent(value -> fields.put("author", value));
        extract.pages().ifPresent(value -> fields.put("pages", value));
        extract.durationSeconds().ifPresent(value -> fields.put("duration_seconds", value));
        ObjectNode document = tombstone(material);
        document.setAll(Json.object(fields));
        return document;
    }
}
