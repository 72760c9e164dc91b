package io.sillok.processors.bookings.projection;

import static java.util.stream.Collectors.toMap;

import io.sillok.processors.engine.projection.Columns;
import io.sillok.processors.engine.projection.PostgresRows;
import io.sillok.processors.engine.projection.ProjectionName;
import io.sillok.schemas.bookings.Booking;
import io.sillok.schemas.bookings.BookingId;
import io.sillok.schemas.bookings.CancelReason;
import io.sillok.schemas.bookings.Period;
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

/// The table `bookings_vN`. Stateless.
record BookingRows(ProjectionName projection) implements PostgresRows<Booking> {

    @Override
    public Map<String, Booking> load(Handle handle, Set<String> ids) {
        return handle.createQuery(
                        """
                        select id, version, booker, start_at, end_at, price_per_hour, price,
                               currency, cancel_reason, created_at, updated_at
                          from <table>
                         where id = any(:ids)
                        """)
                .define("table", projection.table())
                .bindArray("ids", UUID.class, Columns.uuids(ids))
                .map((row, _) -> booking(row))
                .collect(toMap(booking -> booking.id().toString(), booking -> booking));
    }

    @Override
    public void save(Handle handle, List<Booking> rows) {
        PreparedBatch batch =
                handle.prepareBatch(
                                """
                                insert into <table> as t
                                       (id, version, talent_id, booker, start_at, end_at,
                                        price_per_hour, price, currency, cancel_reason, status,
                                        created_at, updated_at)
                                values (:id, :version, :talent, :booker, :start, :end, :rate,
                                        :price, :currency, :reason, :status, :createdAt,
                                        :updatedAt)
                                on conflict (id) do update
                                   set version = excluded.version,
                                       talent_id = excluded.talent_id,
                                       booker = excluded.booker,
                                       start_at = excluded.start_at,
                                       end_at = excluded.end_at,
                                       price_per_hour = excluded.price_per_hour,
                                       price = excluded.price,
                                       currency = excluded.currency,
                                       cancel_reason = excluded.cancel_reason,
                                       status = excluded.status,
                                       created_at = excluded.created_at,
                                       updated_at = excluded.updated_at
                                 where excluded.version > t.version
                                """)
                        .define("table", projection.table());
        rows.forEach(booking -> add(batch, booking));
        batch.execute();
    }

    @Override
    public Stream<Booking> all(Handle handle) {
        return handle
                .createQuery(
                        """
                        select id, version, booker, start_at, end_at, price_per_hour, price,
                               currency, cancel_reason, created_at, updated_at
                          from <table>
                         order by id
                        """)
                .define("table", projection.table())
                .setFetchSize(Columns.PAGE)
                .map((row, _) -> booking(row))
                .stream();
    }

    private static void add(PreparedBatch batch, Booking booking) {
        batch.bind("id", booking.id().value())
                .bind("version", booking.version())
                .bind("talent", booking.id().talent().value())
                .bind("booker", booking.booker())
                .bind("start", booking.period().start())
                .bind("end", booking.period().end())
                .bind("rate", booking.pricePerHour().value())
                .bind("price", booking.price().value())
                .bind("currency", booking.price().currency())
                .bind("reason", booking.cancelled().map(CancelReason::word).orElse(null))
                .bind("status", booking.status().word())
                .bind("createdAt", booking.createdAt())
                .bind("updatedAt", booking.updatedAt())
                .add();
    }

    private static Booking booking(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new Booking(
                new BookingId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                row.getString("booker"),
                new Period(Columns.time(row, "start_at"), Columns.time(row, "end_at")),
                new Money(row.getBigDecimal("price_per_hour").toPlainString(), currency),
                new Money(row.getBigDecimal("price").toPlainString(), currency),
                Columns.text(row, "cancel_reason").map(CancelReason::parse),
                Columns.time(row, "created_at"),
                Columns.time(row, "updated_at"));
    }
}
