package io.sillok.processors.generation.projection;

import static java.util.stream.Collectors.toMap;

import io.sillok.processors.engine.projection.Columns;
import io.sillok.processors.engine.projection.PostgresRows;
import io.sillok.processors.engine.projection.ProjectionName;
import io.sillok.schemas.generation.AccountId;
import io.sillok.schemas.generation.Cost;
import io.sillok.schemas.personal.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The table `generation_usage_vN`. Sums grow by events of one budget, which come in the order of
/// its versions. Stateless.
record UsageRows(ProjectionName projection) implements PostgresRows<UsageRow> {

    @Override
    public Map<String, UsageRow> load(Handle handle, Set<String> ids) {
        return handle.createQuery(
                        """
                        select id, version, account, owner, day, model, generations,
                               estimated, prompt_tokens, completion_tokens, charged, cost,
                               currency
                          from <table>
                         where id = any(:ids)
                        """)
                .define("table", projection.table())
                .bindArray("ids", String.class, ids.toArray())
                .map((row, _) -> read(row))
                .collect(toMap(UsageRow::id, one -> one));
    }

    @Override
    public void save(Handle handle, List<UsageRow> rows) {
        PreparedBatch batch =
                handle.prepareBatch(
                                """
                                insert into <table> as t
                                       (id, version, account, owner, day, model,
                                        generations, estimated, prompt_tokens,
                                        completion_tokens, charged, cost, currency)
                                values (:id, :version, :account, :owner, :day, :model,
                                        :generations, :estimated, :promptTokens,
                                        :completionTokens, :charged, :cost, :currency)
                                on conflict (id) do update
                                   set version = excluded.version,
                                       account = excluded.account,
                                       owner = excluded.owner,
                                       day = excluded.day,
                                       model = excluded.model,
                                       generations = excluded.generations,
                                       estimated = excluded.estimated,
                                       prompt_tokens = excluded.prompt_tokens,
                                       completion_tokens = excluded.completion_tokens,
                                       charged = excluded.charged,
                                       cost = excluded.cost,
                                       currency = excluded.currency
                                 where excluded.version > t.version
                                """)
                        .define("table", projection.table());
        rows.forEach(row -> add(batch, row));
        batch.execute();
    }

    @Override
    public Stream<UsageRow> all(Handle handle) {
        return handle
                .createQuery(
                        """
                        select id, version, account, owner, day, model, generations,
                               estimated, prompt_tokens, completion_tokens, charged, cost,
                               currency
                          from <table>
                         order by id
                        """)
                .define("table", projection.table())
                .setFetchSize(Columns.PAGE)
                .map((row, _) -> read(row))
                .stream();
    }

    private static void add(PreparedBatch batch, UsageRow row) {
        batch.bind("id", row.id())
                .bind("version", row.version())
                .bind("account", row.account().value())
                .bind("owner", row.owner().value())
                .bind("day", row.day())
                .bind("model", row.model())
                .bind("generations", row.generations())
                .bind("estimated", row.estimated())
                .bind("promptTokens", row.promptTokens())
                .bind("completionTokens", row.completionTokens())
                .bind("charged", row.charged())
                .bind("cost", row.cost().value())
                .bind("currency", row.cost().currency())
                .add();
    }

    private static UsageRow read(ResultSet row) throws SQLException {
        return new UsageRow(
                row.getString("id"),
                row.getLong("version"),
                new AccountId(row.getObject("account", UUID.class)),
                new UserId(row.getObject("owner", UUID.class)),
                row.getObject("day", LocalDate.class),
                row.getString("model"),
                row.getLong("generations"),
                row.getLong("estimated"),
                row.getLong("prompt_tokens"),
                row.getLong("completion_tokens"),
                row.getLong("charged"),
                new Cost(row.getBigDecimal("cost").toPlainString(), row.getString("currency")));
    }
}
