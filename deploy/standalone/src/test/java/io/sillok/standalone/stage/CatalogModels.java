package io.sillok.standalone.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.platform.testkit.ledger.Model;
import io.sillok.schemas.catalog.Category;
import io.sillok.schemas.catalog.CategoryEvent;
import io.sillok.schemas.catalog.Material;
import io.sillok.schemas.catalog.MaterialEvent;
import io.sillok.schemas.catalog.MaterialStatus;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.wire.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What the ledger's checker must know of the catalog: its folds, and what each store shows.
public record CatalogModels(PostgresRows postgres, SearchDocuments search) {

    public Model<Category> categories() {
        return new Model<>(
                "categories",
                (before, event) ->
                        Category.evolve(before, event.with((CategoryEvent) event.event())),
                List.of(
                        new Model.View<>(
                                "postgres categories", CatalogModels::row, this::categoryRows)));
    }

    public Model<Material> materials() {
        return new Model<>(
                "materials",
                (before, event) ->
                        Material.evolve(before, event.with((MaterialEvent) event.event())),
                List.of(
                        new Model.View<>(
                                "postgres materials", CatalogModels::row, this::materialRows),
                        new Model.View<>(
                                "opensearch materials",
                                CatalogModels::document,
                                this::materialDocuments)));
    }

    private static ObjectNode row(Category category) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("version", category.version());
        row.put("name", category.name());
        row.put("archived", category.archived());
        row.put("created_at", category.createdAt().toString());
        row.put("updated_at", category.updatedAt().toString());
        return normal(row);
    }

    private static ObjectNode row(Material material) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("version", material.version());
        row.put("title", material.title());
        row.put("description", material.description());
        row.put("category_id", material.category());
        row.put("file_name", material.file().name());
        row.put("original_name", material.file().originalName());
        row.put("media_type", material.file().mediaType());
        row.put("size", material.file().size());
        row.put("sha256", material.file().sha256());
        row.put("owner", material.owner());
        row.put("status", material.status());
        row.put("status_reason", material.statusReason());
        row.put("text_sha256", material.extract().text());
        row.put("thumbnail_sha256", material.extract().thumbnail());
        row.put("pages", material.extract().pages());
        row.put("author", material.extract().author());
        row.put("duration_seconds", material.extract().durationSeconds());
        row.put("duplicate_of", material.duplicateOf());
        row.put("withdrawn", material.withdrawn());
        row.put("created_at", material.createdAt().toString());
        row.put("updated_at", material.updatedAt().toString());
        return normal(row);
    }

    /// What a document shows beyond its text; a tombstone shows no more than that it is one.
    private static ObjectNode document(Material material) {
        boolean findable = material.status() == MaterialStatus.CLEAN && !material.withdrawn();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", material.version());
        document.put("findable", findable);
        if (findable) {
            document.put("title", material.title());
            document.put("category_id", material.category());
            document.put("has_text", material.extract().text().isPresent());
        }
        return normal(document);
    }

    private Map<Subject, ObjectNode> categoryRows() {
        return postgres.all(
                "categories",
                """
                select id, version, name, archived, created_at, updated_at from categories
                """);
    }

    private Map<Subject, ObjectNode> materialRows() {
        return postgres.all(
                "materials",
                """
                select id, version, title, description, category_id, file_name, original_name,
                       media_type, size, sha256, owner, status, status_reason, text_sha256,
                       thumbnail_sha256, pages, author, duration_seconds, duplicate_of, withdrawn,
                       created_at, updated_at
                  from materials
                """);
    }

    private Map<Subject, ObjectNode> materialDocuments() {
        Map<Subject, ObjectNode> documents = new LinkedHashMap<>();
        search.all("materials")
                .forEach(
                        (id, source) ->
                                documents.put(
                                        new Subject("materials", UUID.fromString(id)),
                                        shown(source)));
        return documents;
    }

    private static ObjectNode shown(JsonNode source) {
        boolean findable =
                source.path("status").asText().equals("clean")
                        && !source.path("withdrawn").asBoolean();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", source.path("version").asLong());
        document.put("findable", findable);
        if (findable) {
            document.put("title", source.path("title").asText());
            document.put("category_id", text(source, "category_id"));
            document.put("has_text", source.hasNonNull("text"));
        }
        return normal(document);
    }

    private static Optional<String> text(JsonNode source, String field) {
        return source.hasNonNull(field)
                ? Optional.of(source.path(field).asText())
                : Optional.empty();
    }

    /// The same JSON for the same content, whatever Java types it came from.
    static ObjectNode normal(Map<String, Object> fields) {
        ObjectNode node = Json.object(fields);
        node.properties().removeIf(field -> field.getValue().isNull());
        return Json.readOwn(Json.bytes(node), ObjectNode.class);
    }
}
