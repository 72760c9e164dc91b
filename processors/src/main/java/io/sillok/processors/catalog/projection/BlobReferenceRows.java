package io.sillok.processors.catalog.projection;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.sillok.processors.engine.projection.Columns;
import io.sillok.processors.engine.projection.PostgresRows;
import io.sillok.processors.engine.projection.ProjectionName;
import io.sillok.schemas.catalog.MaterialId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The table `blob_references_vN`, one line per blob and material. Stateless.
record BlobReferenceRows(ProjectionName projection) implements PostgresRows<BlobReferences> {

    /// One line.
    private record Line(UUID material, String blob) {}

    @Override
    public Map<String, BlobReferences> load(Handle handle, Set<String> ids) {
        List<Line> lines =
                handle.createQuery(
                                """
                                select material_id, sha256
                                  from <table>
                                 where material_id = any(:ids)
                                """)
                        .define("table", projection.table())
                        .bindArray("ids", UUID.class, Columns.uuids(ids))
                        .map(
                                (row, _) ->
                                        new Line(
                                                row.getObject("material_id", UUID.class),
                                                row.getString("sha256")))
                        .list();
        Map<String, BlobReferences> rows = new HashMap<>();
        lines.stream()
                .collect(groupingBy(Line::material, mapping(Line::blob, toList())))
                .forEach(
                        (material, blobs) ->
                                rows.put(
                                        material.toString(),
                                        new BlobReferences(new MaterialId(material), blobs)));
        return rows;
    }

    /// Only a material that is forgotten refers to nothing.
    @Override
    public void save(Handle handle, List<BlobReferences> rows) {
        insert(handle, rows);
        List<UUID> forgotten =
                rows.stream()
                        .filter(row -> row.blobs().isEmpty())
                        .map(row -> row.material().value())
                        .toList();
        if (!forgotten.isEmpty()) {
            delete(handle, forgotten);
        }
    }

    private void delete(Handle handle, List<UUID> materials) {
        handle.createUpdate(
                        """
                        delete from <table>
                         where material_id = any(:ids)
                        """)
                .define("table", projection.table())
                .bindArray("ids", UUID.class, materials)
                .execute();
    }

    private void insert(Handle handle, List<BlobReferences> rows) {
        PreparedBatch batch =
                handle.prepareBatch(
                                """
                                insert into <table> (sha256, material_id)
                                values (:sha256, :material)
                                on conflict do nothing
                                """)
                        .define("table", projection.table());
        for (BlobReferences references : rows) {
            for (String blob : references.blobs()) {
                batch.bind("sha256", blob).bind("material", references.material().value()).add();
            }
        }
        batch.execute();
    }

    @Override
    public Stream<BlobReferences> all(Handle handle) {
        return handle
                .createQuery(
                        """
                        select material_id, array_agg(sha256 order by sha256) as blobs
                          from <table>
                         group by material_id
                         order by material_id
                        """)
                .define("table", projection.table())
                .setFetchSize(Columns.PAGE)
                .map(
                        (row, _) ->
                                new BlobReferences(
                                        new MaterialId(row.getObject("material_id", UUID.class)),
                                        List.of((String[]) row.getArray("blobs").getArray())))
                .stream();
    }
}
