package io.sillok.processors.identity.projection;

import static java.util.stream.Collectors.toMap;

import io.sillok.processors.engine.projection.Columns;
import io.sillok.processors.engine.projection.PostgresRows;
import io.sillok.processors.engine.projection.ProjectionName;
import io.sillok.schemas.identity.EndReason;
import io.sillok.schemas.identity.Session;
import io.sillok.schemas.identity.SessionId;
import io.sillok.schemas.identity.SessionStatus;
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

/// The table `sessions_vN`. Stateless.
record SessionRows(ProjectionName projection) implements PostgresRows<Session> {

    @Override
    public Map<String, Session> load(Handle handle, Set<String> ids) {
        return handle.createQuery(
                        """
                        select id, version, holder, status, end_reason, opened_at, refreshed_at,
                               expires_at
                          from <table>
                         where id = any(:ids)
                        """)
                .define("table", projection.table())
                .bindArray("ids", UUID.class, Columns.uuids(ids))
                .map((row, _) -> session(row))
                .collect(toMap(session -> session.id().toString(), session -> session));
    }

    @Override
    public void save(Handle handle, List<Session> rows) {
        PreparedBatch batch =
                handle.prepareBatch(
                                """
                                insert into <table> as t
                                       (id, version, holder, status, end_reason, opened_at,
                                        refreshed_at, expires_at)
                                values (:id, :version, :holder, :status, :endReason, :openedAt,
                                        :refreshedAt, :expiresAt)
                                on conflict (id) do update
                                   set version = excluded.version,
                                       holder = excluded.holder,
                                       status = excluded.status,
                                       end_reason = excluded.end_reason,
                                       opened_at = excluded.opened_at,
                                       refreshed_at = excluded.refreshed_at,
                                       expires_at = excluded.expires_at
                                 where excluded.version > t.version
                                """)
                        .define("table", projection.table());
        for (Session session : rows) {
            batch.bind("id", session.id().value())
                    .bind("version", session.version())
                    .bind("holder", session.holder().value())
                    .bind("status", session.status().word())
                    .bind("endReason", session.endReason().map(EndReason::word))
                    .bind("openedAt", session.openedAt())
                    .bind("refreshedAt", session.refreshedAt())
                    .bind("expiresAt", session.expiresAt())
                    .add();
        }
        batch.execute();
    }

    @Override
    public Stream<Session> all(Handle handle) {
        return handle
                .createQuery(
                        """
                        select id, version, holder, status, end_reason, opened_at, refreshed_at,
                               expires_at
                          from <table>
                         order by id
                        """)
                .define("table", projection.table())
                .setFetchSize(Columns.PAGE)
                .map((row, _) -> session(row))
                .stream();
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                new SessionId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                new UserId(row.getObject("holder", UUID.class)),
                SessionStatus.parse(row.getString("status")),
                Columns.text(row, "end_reason").map(EndReason::parse),
                Columns.time(row, "opened_at"),
                Columns.time(row, "refreshed_at"),
                Columns.time(row, "expires_at"));
    }
}
