package io.sillok.processors.generation.projection;

import static java.util.stream.Collectors.toMap;

import io.sillok.processors.engine.projection.Columns;
import io.sillok.processors.engine.projection.PostgresRows;
import io.sillok.processors.engine.projection.ProjectionName;
import io.sillok.schemas.generation.AccountId;
import io.sillok.schemas.generation.Allowance;
import io.sillok.schemas.generation.Budget;
import io.sillok.schemas.generation.Reservation;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.wire.Json;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The table `budgets_vN`. Stateless.
record BudgetRows(ProjectionName projection) implements PostgresRows<Budget> {

    @Override
    public Map<String, Budget> load(Handle handle, Set<String> ids) {
        return handle.createQuery(
                        """
                        select id, version, owner, allowance, granted, period_from,
                               period_until, spent, reservations, expires_at, created_at,
                               updated_at
                          from <table>
                         where id = any(:ids)
                        """)
                .define("table", projection.table())
                .bindArray("ids", UUID.class, Columns.uuids(ids))
                .map((row, _) -> read(row))
                .collect(toMap(one -> one.id().toString(), one -> one));
    }

    @Override
    public void save(Handle handle, List<Budget> rows) {
        PreparedBatch batch =
                handle.prepareBatch(
                                """
                                insert into <table> as t
                                       (id, version, owner, allowance, granted,
                                        period_from, period_until, spent, reservations,
                                        expires_at, created_at, updated_at)
                                values (:id, :version, :owner, cast(:allowance as jsonb),
                                        :granted, :periodFrom, :periodUntil, :spent,
                                        cast(:reservations as jsonb),
                                        cast(:expiresAt as timestamptz), :createdAt,
                                        :updatedAt)
                                on conflict (id) do update
                                   set version = excluded.version,
                                       owner = excluded.owner,
                                       allowance = excluded.allowance,
                                       granted = excluded.granted,
                                       period_from = excluded.period_from,
                                       period_until = excluded.period_until,
                                       spent = excluded.spent,
                                       reservations = excluded.reservations,
                                       expires_at = excluded.expires_at,
                                       created_at = excluded.created_at,
                                       updated_at = excluded.updated_at
                                 where excluded.version > t.version
                                """)
                        .define("table", projection.table());
        rows.forEach(row -> add(batch, row));
        batch.execute();
    }

    @Override
    public Stream<Budget> all(Handle handle) {
        return handle
                .createQuery(
                        """
                        select id, version, owner, allowance, granted, period_from,
                               period_until, spent, reservations, expires_at, created_at,
                               updated_at
                          from <table>
                         order by id
                        """)
                .define("table", projection.table())
                .setFetchSize(Columns.PAGE)
                .map((row, _) -> read(row))
                .stream();
    }

    private static void add(PreparedBatch batch, Budget row) {
        batch.bind("id", row.id().value())
                .bind("version", row.version())
                .bind("owner", row.owner().value())
                .bind("allowance", row.allowance().map(BudgetRows::json))
                .bind("granted", row.granted())
                .bind("periodFrom", row.from())
                .bind("periodUntil", row.until())
                .bind("spent", row.spent())
                .bind("reservations", json(row.reservations()))
                .bind(
                        "expiresAt",
                        row.reservations().stream()
                                .map(Reservation::until)
                                .min(Comparator.naturalOrder())
                                .map(Instant::toString))
                .bind("createdAt", row.createdAt())
                .bind("updatedAt", row.updatedAt())
                .add();
    }

    private static Budget read(ResultSet row) throws SQLException {
        return new Budget(
                new AccountId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                new UserId(row.getObject("owner", UUID.class)),
                Columns.text(row, "allowance").map(text -> object(text, Allowance.class)),
                row.getLong("granted"),
                Columns.time(row, "period_from"),
                Columns.time(row, "period_until"),
                row.getLong("spent"),
                List.of(object(row.getString("reservations"), Reservation[].class)),
                Columns.time(row, "created_at"),
                Columns.time(row, "updated_at"));
    }

    private static String json(Object value) {
        return new String(Json.bytes(value), StandardCharsets.UTF_8);
    }

    private static <T> T object(String json, Class<T> type) {
        return Json.readOwn(json.getBytes(StandardCharsets.UTF_8), type);
    }
}
