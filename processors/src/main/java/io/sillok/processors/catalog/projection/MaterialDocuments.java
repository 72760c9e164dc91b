package io.sillok.processors.catalog.projection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.processors.engine.projection.Findable;
import io.sillok.processors.engine.projection.SearchDocuments;
import io.sillok.schemas.catalog.Extract;
import io.sillok.schemas.catalog.Material;
import io.sillok.schemas.catalog.MaterialStatus;
import io.sillok.schemas.catalog.Sha256;
import java.util.Optional;

/// Materials as they can be found: a clean one with the text inside its file, any other as a
/// tombstone. So a reader that forgets to filter still finds nothing that it must not.
///
/// @param texts where the texts are
record MaterialDocuments(TextSource texts) implements SearchDocuments<Material> {

    private static final String TYPE = "material";

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
                .orElseGet(() -> new Rendering.Impossible("the blob of its text is missing"));
    }

    private static Rendering withText(Material material, String text) {
        return new Rendering.Fields(findable(material).put("text", text));
    }

    private static ObjectNode tombstone(Material material) {
        return Findable.tombstone(TYPE, material.createdAt(), material.updatedAt())
                .put("status", material.status().word());
    }

    private static ObjectNode findable(Material material) {
        Extract extract = material.extract();
        return Findable.of(TYPE, material.title(), material.createdAt(), material.updatedAt())
                .with("status", material.status())
                .with("description", material.description())
                .with("category_id", material.category())
                .with("file_name", material.file().name())
                .with("media_type", material.file().mediaType())
                .with("size", material.file().size())
                .with("owner", material.owner())
                .with("author", extract.author())
                .with("pages", extract.pages())
                .with("duration_seconds", extract.durationSeconds())
                .document();
    }
}
