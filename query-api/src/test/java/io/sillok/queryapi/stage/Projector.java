package io.sillok.queryapi.stage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.platform.stores.Postgres;
import io.sillok.platform.stores.Search;
import io.sillok.queryapi.QueryApiSettings;
import io.sillok.schemas.catalog.Category;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.catalog.Material;
import io.sillok.schemas.catalog.MaterialId;
import io.sillok.schemas.catalog.MaterialStatus;
import io.sillok.schemas.catalog.Sha256;
import io.sillok.schemas.search.Hangul;
import io.sillok.schemas.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;

/// Writes folds into the views, row by row. Not thread-safe.
public final class Projector implements AutoCloseable {

    private static final String CATEGORY =
            """
            insert into categories_v1 (id, version, name, archived, created_at, updated_at)
            values (:id, :version, :name, :archived, :created_at, :updated_at)
            on conflict (id) do update
            set version = excluded.version, name = excluded.name, archived = excluded.archived,
                updated_at = excluded.updated_at
            """;

    private static final String MATERIAL =
            """
            insert into materials_v1 (
                id, version, title, description, category_id, file_name, original_name,
                media_type, size, sha256, owner, status, status_reason, thumbnail_sha256, pages,
                author, duration_seconds, duplicate_of, withdrawn, created_at, updated_at)
            values (
                :id, :version, :title, :description, :category_id, :file_name, :original_name,
                :media_type, :size, :sha256, :owner, :status, :status_reason, :thumbnail_sha256,
                :pages, :author, :duration_seconds, :duplicate_of, :withdrawn, :created_at,
                :updated_at)
            on conflict (id) do update
            set version = excluded.version, title = excluded.title,
                description = excluded.description, category_id = excluded.category_id,
                status = excluded.status, status_reason = excluded.status_reason,
                thumbnail_sha256 = excluded.thumbnail_sha256, pages = excluded.pages,
                author = excluded.author, withdrawn = excluded.withdrawn,
                updated_at = excluded.updated_at
            """;

    private static final String POSITION =
            """
            insert into positions (projection, version, topic, partition, position)
            values (:projection, 1, :topic, :partition, :position)
            on conflict (projection, version, topic, partition) do update
            set position = excluded.position
            """;

    private final Postgres postgres;
    private final Search search;

    private Projector(Postgres postgres, Search search) {
        this.postgres = postgres;
        this.search = search;
    }

    static Projector open(QueryApiSettings settings) {
        return new Projector(
                Postgres.open(settings.postgres(), "projector", 2),
                Search.open(settings.openSearch()));
    }

    /// Runs any statement.
    public void sql(String statement, Map<String, ?> values) {
        postgres.jdbi()
                .useHandle(
                        handle -> {
                            int _ = handle.createUpdate(statement).bindMap(values).execute();
                        });
    }

    void write(Collection<Category> categories, Collection<Material> materials) {
        postgres.jdbi()
                .useTransaction(
                        handle -> {
                            categories.forEach(category -> write(handle, category));
                            materials.forEach(material -> write(handle, material));
                        });
    }

    void databaseHasSeen(Map<TopicPartition, Long> ends) {
        for (String projection : List.of("categories", "materials", "items", "posts", "commands")) {
            ends.forEach(
                    (at, position) ->
                            sql(
                                    POSITION,
                                    Map.of(
                                            "projection",
                                            projection,
                                            "topic",
                                            at.topic(),
                                            "partition",
                                            at.partition(),
                                            "position",
                                            position)));
        }
    }

    void searchHasSeen(Map<TopicPartition, Long> ends) {
        for (String projection : List.of("materials-search", "items-search", "posts-search")) {
            ends.forEach((at, position) -> searchHasSeen(projection, at, position));
        }
    }

    private void searchHasSeen(String projection, TopicPartition at, long position) {
        put(
                "positions",
                projection + "@v1|" + at.topic() + "|" + at.partition(),
                Json.object(Map.of())
                        .put("projection", projection)
                        .put("version", 1)
                        .put("topic", at.topic())
                        .put("partition", at.partition())
                        .put("position", position));
    }

    void index(Material material, String text) {
        boolean isFound = material.status() == MaterialStatus.CLEAN && !material.withdrawn();
        ObjectNode document =
                Json.object(Map.of())
                        .put("id", material.id().toString())
                        .put("version", material.version())
                        .put("type", "material")
                        .put("status", material.status().word())
                        .put("withdrawn", !isFound)
                        .put("created_at", material.createdAt().toString())
                        .put("updated_at", material.updatedAt().toString());
        if (isFound) {
            document.put("title", material.title())
                    .put("initials", Hangul.initials(material.title()))
                    .put("jamo", Hangul.letters(material.title()))
                    .put("description", material.description().orElse(null))
                    .put("category_id", material.category().map(CategoryId::toString).orElse(null))
                    .put("file_name", material.file().name())
                    .put("media_type", material.file().mediaType())
                    .put("size", material.file().size())
                    .put("owner", material.owner())
                    .put("author", material.extract().author().orElse(null))
                    .put("pages", material.extract().pages().orElse(null))
                    .put("text", text);
        }
        put("materials", material.id().toString(), document);
    }

    /// Puts a document into an index, as a projection would.
    public void document(String index, String id, ObjectNode document) {
        put(index, id, document);
    }

    /// Lets searches see all documents.
    public void refresh() {
        try {
            var _ = search.client().indices().refresh(r -> r.index(search.name("*")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        postgres.close();
        search.close();
    }

    private void put(String index, String id, ObjectNode document) {
        try {
            var _ =
                    search.client()
                            .index(i -> i.index(search.name(index)).id(id).document(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Handle handle, Category category) {
        int _ =
                handle.createUpdate(CATEGORY)
                        .bind("id", category.id().value())
                        .bind("version", category.version())
                        .bind("name", category.name())
                        .bind("archived", category.archived())
                        .bind("created_at", category.createdAt())
                        .bind("updated_at", category.updatedAt())
                        .execute();
    }

    private static void write(Handle handle, Material material) {
        int _ =
                handle.createUpdate(MATERIAL)
                        .bind("id", material.id().value())
                        .bind("version", material.version())
                        .bind("title", material.title())
                        .bind("description", material.description())
                        .bind("category_id", material.category().map(CategoryId::value))
                        .bind("file_name", material.file().name())
                        .bind("original_name", material.file().originalName())
                        .bind("media_type", material.file().mediaType())
                        .bind("size", material.file().size())
                        .bind("sha256", material.file().sha256().hex())
                        .bind("owner", material.owner())
                        .bind("status", material.status().word())
                        .bind("status_reason", material.statusReason())
                        .bind("thumbnail_sha256", material.extract().thumbnail().map(Sha256::hex))
                        .bind("pages", material.extract().pages())
                        .bind("author", material.extract().author())
                        .bind("duration_seconds", material.extract().durationSeconds())
                        .bind("duplicate_of", material.duplicateOf().map(MaterialId::value))
                        .bind("withdrawn", material.withdrawn())
                        .bind("created_at", material.createdAt())
                        .bind("updated_at", material.updatedAt())
                        .execute();
    }
}
