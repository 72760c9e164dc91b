package io.sillok.processors.generation.projection;

import static java.util.stream.Collectors.toMap;

import io.sillok.processors.engine.projection.Columns;
import io.sillok.processors.engine.projection.PostgresRows;
import io.sillok.processors.engine.projection.ProjectionName;
import io.sillok.schemas.generation.Agent;
import io.sillok.schemas.generation.AgentId;
import io.sillok.schemas.personal.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The table `agents_vN`. Stateless.
record AgentRows(ProjectionName projection) implements PostgresRows<Agent> {

    @Override
    public Map<String, Agent> load(Handle handle, Set<String> ids) {
        return handle.createQuery(
                        """
                        select id, version, owner, name, instructions, model, temperature,
                               removed, created_at, updated_at
                          from <table>
                         where id = any(:ids)
                        """)
                .define("table", projection.table())
                .bindArray("ids", UUID.class, Columns.uuids(ids))
                .map((row, _) -> read(row))
                .collect(toMap(one -> one.id().toString(), one -> one));
    }

    @Override
    public void save(Handle handle, List<Agent> rows) {
        PreparedBatch batch =
                handle.prepareBatch(
                                """
                                insert into <table> as t
                                       (id, version, owner, name, instructions, model,
                                        temperature, removed, created_at, updated_at)
                                values (:id, :version, :owner, :name, :instructions,
                                        :model, :temperature, :removed, :createdAt,
                                        :updatedAt)
                                on conflict (id) do update
                                   set version = excluded.version,
                                       owner = excluded.owner,
                                       name = excluded.name,
                                       instructions = excluded.instructions,
                                       model = excluded.model,
                                       temperature = excluded.temperature,
                                       removed = excluded.removed,
                                       created_at = excluded.created_at,
                                       updated_at = excluded.updated_at
                                 where excluded.version > t.version
                                """)
                        .define("table", projection.table());
        rows.forEach(row -> add(batch, row));
        batch.execute();
    }

    @Override
    public Stream<Agent> all(Handle handle) {
        return handle
                .createQuery(
                        """
                        select id, version, owner, name, instructions, model, temperature,
                               removed, created_at, updated_at
                          from <table>
                         order by id
                        """)
                .define("table", projection.table())
                .setFetchSize(Columns.PAGE)
                .map((row, _) -> read(row))
                .stream();
    }

    private static void add(PreparedBatch batch, Agent row) {
        batch.bind("id", row.id().value())
                .bind("version", row.version())
                .bind("owner", row.owner().value())
                .bind("name", row.name())
                .bind("instructions", row.instructions())
                .bind("model", row.model())
                .bind("temperature", row.temperature())
                .bind("removed", row.removed())
                .bind("createdAt", row.createdAt())
                .bind("updatedAt", row.updatedAt())
                .add();
    }

    private static Agent read(ResultSet row) throws SQLException {
        return new Agent(
                new AgentId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                new UserId(row.getObject("owner", UUID.class)),
                Columns.text(row, "name"),
                Columns.text(row, "instructions"),
                Columns.text(row, "model"),
                Columns.number(row, "temperature"),
                row.getBoolean("removed"),
                Columns.time(row, "created_at"),
                Columns.time(row, "updated_at"));
    }
}
