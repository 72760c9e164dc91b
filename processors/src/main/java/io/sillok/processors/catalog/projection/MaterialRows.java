package io.sillok.processors.catalog.projection;

import static java.util.stream.Collectors.toMap;

import io.sillok.processors.engine.projection.Columns;
import io.sillok.processors.engine.projection.PostgresRows;
import io.sillok.processors.engine.projection.ProjectionName;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.catalog.Extract;
import io.sillok.schemas.catalog.Material;
import io.sillok.schemas.catalog.MaterialId;
import io.sillok.schemas.catalog.MaterialStatus;
import io.sillok.schemas.catalog.Sha256;
import io.sillok.schemas.catalog.StoredFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The table `materials_vN`. Stateless.
record MaterialRows(ProjectionName projection) implements PostgresRows<Material> {

    @Override
    public Map<String, Material> load(Handle handle, Set<String> ids) {
        return handle.createQuery(
                        """
                        select id, version, title, description, category_id, file_name,
                               original_name, media_type, size, sha256, owner, status,
                               status_reason, text_sha256, thumbnail_sha256, pages, author,
                               duration_seconds, duplicate_of, withdrawn, created_at, updated_at
                          from <table>
                         where id = any(:ids)
                        """)
                .define("table", projection.table())
                .bindArray("ids", UUID.class, Columns.uuids(ids))
                .map((row, _) -> material(row))
                .collect(toMap(material -> material.id().toString(), material -> material));
    }

    @Override
    public void save(Handle handle, List<Material> rows) {
        PreparedBatch batch =
                handle.prepareBatch(
                                """
                                insert into <table> as t
                                       (id, version, title, description, category_id, file_name,
                                        original_name, media_type, size, sha256, owner, status,
                                        status_reason, text_sha256, thumbnail_sha256, pages,
                                        author, duration_seconds, duplicate_of, withdrawn,
                                        created_at, updated_at)
                                values (:id, :version, :title, :description,
                                        cast(:category as uuid), :fileName, :originalName,
                                        :mediaType, :size, :sha256, :owner, :status, :statusReason,
                                        :text, :thumbnail, :pages, :author, :durationSeconds,
                                        cast(:duplicateOf as uuid), :withdrawn, :createdAt,
                                        :updatedAt)
                                on conflict (id) do update
                                   set version = excluded.version,
                                       title = excluded.title,
                                       description = excluded.description,
                                       category_id = excluded.category_id,
                                       file_name = excluded.file_name,
                                       original_name = excluded.original_name,
                                       media_type = excluded.media_type,
                                       size = excluded.size,
                                       sha256 = excluded.sha256,
                                       owner = excluded.owner,
                                       status = excluded.status,
                                       status_reason = excluded.status_reason,
                                       text_sha256 = excluded.text_sha256,
                                       thumbnail_sha256 = excluded.thumbnail_sha256,
                                       pages = excluded.pages,
                                       author = excluded.author,
                                       duration_seconds = excluded.duration_seconds,
                                       duplicate_of = excluded.duplicate_of,
                                       withdrawn = excluded.withdrawn,
                                       created_at = excluded.created_at,
                                       updated_at = excluded.updated_at
                                 where excluded.version > t.version
                                """)
                        .define("table", projection.table());
        rows.forEach(material -> add(batch, material));
        batch.execute();
    }

    @Override
    public Stream<Material> all(Handle handle) {
        return handle
                .createQuery(
                        """
                        select id, version, title, description, category_id, file_name,
                               original_name, media_type, size, sha256, owner, status,
                               status_reason, text_sha256, thumbnail_sha256, pages, author,
                               duration_seconds, duplicate_of, withdrawn, created_at, updated_at
                          from <table>
                         order by id
                        """)
                .define("table", projection.table())
                .setFetchSize(Columns.PAGE)
                .map((row, _) -> material(row))
                .stream();
    }

    private static void add(PreparedBatch batch, Material material) {
        StoredFile file = material.file();
        Extract extract = material.extract();
        batch.bind("id", material.id().value())
                .bind("version", material.version())
                .bind("title", material.title())
                .bind("description", material.description().orElse(null))
                .bind("category", material.category().map(CategoryId::value).orElse(null))
                .bind("fileName", file.name())
                .bind("originalName", file.originalName())
                .bind("mediaType", file.mediaType())
                .bind("size", file.size())
                .bind("sha256", file.sha256().hex())
                .bind("owner", material.owner())
                .bind("status", material.status().word())
                .bind("statusReason", material.statusReason().orElse(null))
                .bind("text", extract.text().map(Sha256::hex).orElse(null))
                .bind("thumbnail", extract.thumbnail().map(Sha256::hex).orElse(null))
                .bind("pages", extract.pages().orElse(null))
                .bind("author", extract.author().orElse(null))
                .bind("durationSeconds", extract.durationSeconds().orElse(null))
                .bind("duplicateOf", material.duplicateOf().map(MaterialId::value).orElse(null))
                .bind("withdrawn", material.withdrawn())
                .bind("createdAt", material.createdAt())
                .bind("updatedAt", material.updatedAt())
                .add();
    }

    private static Material material(ResultSet row) throws SQLException {
        return new Material(
                new MaterialId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                row.getString("title"),
                Columns.text(row, "description"),
                Columns.uuid(row, "category_id").map(CategoryId::new),
                file(row),
                row.getString("owner"),
                MaterialStatus.parse(row.getString("status")),
                Columns.text(row, "status_reason"),
                extract(row),
                Columns.uuid(row, "duplicate_of").map(MaterialId::new),
                row.getBoolean("withdrawn"),
                Columns.time(row, "created_at"),
                Columns.time(row, "updated_at"));
    }

    private static StoredFile file(ResultSet row) throws SQLException {
        return new StoredFile(
                row.getString("file_name"),
                row.getString("original_name"),
                row.getString("media_type"),
                row.getLong("size"),
                new Sha256(row.getString("sha256")));
    }

    private static Extract extract(ResultSet row) throws SQLException {
        return new Extract(
                Columns.text(row, "text_sha256").map(Sha256::new),
                Columns.text(row, "thumbnail_sha256").map(Sha256::new),
                Columns.integer(row, "pages"),
                Columns.text(row, "author"),
                Columns.number(row, "duration_seconds"));
    }
}
