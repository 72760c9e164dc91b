package io.sillok.processors.bookings.projection;

import static java.util.stream.Collectors.toMap;

import io.sillok.processors.engine.projection.Columns;
import io.sillok.processors.engine.projection.PostgresRows;
import io.sillok.processors.engine.projection.ProjectionName;
import io.sillok.schemas.bookings.Talent;
import io.sillok.schemas.bookings.TalentId;
import io.sillok.schemas.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The table `talents_vN`. Stateless.
record TalentRows(ProjectionName projection) implements PostgresRows<Talent> {

    @Override
    public Map<String, Talent> load(Handle handle, Set<String> ids) {
        return handle.createQuery(
                        """
                        select id, version, name, description, price_per_hour, currency, phone,
                               available, withdrawn, created_at, updated_at
                          from <table>
                         where id = any(:ids)
                        """)
                .define("table", projection.table())
                .bindArray("ids", UUID.class, Columns.uuids(ids))
                .map((row, _) -> talent(row))
                .collect(toMap(talent -> talent.id().toString(), talent -> talent));
    }

    @Override
    public void save(Handle handle, List<Talent> rows) {
        PreparedBatch batch =
                handle.prepareBatch(
                                """
                                insert into <table> as t
                                       (id, version, name, description, price_per_hour, currency,
                                        phone, available, withdrawn, created_at, updated_at)
                                values (:id, :version, :name, :description, :price, :currency,
                                        :phone, :available, :withdrawn, :createdAt, :updatedAt)
                                on conflict (id) do update
                                   set version = excluded.version,
                                       name = excluded.name,
                                       description = excluded.description,
                                       price_per_hour = excluded.price_per_hour,
                                       currency = excluded.currency,
                                       phone = excluded.phone,
                                       available = excluded.available,
                                       withdrawn = excluded.withdrawn,
                                       created_at = excluded.created_at,
                                       updated_at = excluded.updated_at
                                 where excluded.version > t.version
                                """)
                        .define("table", projection.table());
        for (Talent talent : rows) {
            batch.bind("id", talent.id().value())
                    .bind("version", talent.version())
                    .bind("name", talent.name())
                    .bind("description", talent.description())
                    .bind("price", talent.pricePerHour().value())
                    .bind("currency", talent.pricePerHour().currency())
                    .bind("phone", talent.phone().orElse(null))
                    .bind("available", talent.available())
                    .bind("withdrawn", talent.withdrawn())
                    .bind("createdAt", talent.createdAt())
                    .bind("updatedAt", talent.updatedAt())
                    .add();
        }
        batch.execute();
    }

    @Override
    public Stream<Talent> all(Handle handle) {
        return handle
                .createQuery(
                        """
                        select id, version, name, description, price_per_hour, currency, phone,
                               available, withdrawn, created_at, updated_at
                          from <table>
                         order by id
                        """)
                .define("table", projection.table())
                .setFetchSize(Columns.PAGE)
                .map((row, _) -> talent(row))
                .stream();
    }

    private static Talent talent(ResultSet row) throws SQLException {
        return new Talent(
                new TalentId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                row.getString("name"),
                row.getString("description"),
                new Money(
                        row.getBigDecimal("price_per_hour").toPlainString(),
                        row.getString("currency")),
                Columns.text(row, "phone"),
                row.getBoolean("available"),
                row.getBoolean("withdrawn"),
                Columns.time(row, "created_at"),
                Columns.time(row, "updated_at"));
    }
}
