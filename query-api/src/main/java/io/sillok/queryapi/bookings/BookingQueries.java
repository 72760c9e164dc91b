package io.sillok.queryapi.bookings;

import io.sillok.platform.web.access.Caller;
import io.sillok.queryapi.engines.Cells;
import io.sillok.queryapi.engines.ReadModel;
import io.sillok.queryapi.http.Listing;
import io.sillok.queryapi.lists.Column;
import io.sillok.queryapi.lists.ListQuery;
import io.sillok.queryapi.lists.Orders;
import io.sillok.queryapi.lists.SortedList;
import io.sillok.schemas.bookings.BookingId;
import io.sillok.schemas.bookings.BookingResource;
import io.sillok.schemas.bookings.BookingStatus;
import io.sillok.schemas.bookings.CancelReason;
import io.sillok.schemas.bookings.Period;
import io.sillok.schemas.bookings.TalentId;
import io.sillok.schemas.money.Money;
import jakarta.ws.rs.core.MultivaluedMap;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/// Reads the view `bookings`. Thread-safe.
final class BookingQueries {

    private static final String BOOKINGS =
            """
            select id, version, booker, start_at, end_at, price_per_hour, price, currency,
                   status, cancel_reason, created_at, updated_at
            from bookings
            """;

    private static final String ONE = BOOKINGS + "where id = :id";

    /// No booking is longer than a day: so the start alone, which is indexed, leaves out nearly all
    /// of those that ended before.
    private static final String FILTERED =
            BOOKINGS
                    + """
                    where (:sees_all or booker = :caller)
                      and (:talent::uuid is null or talent_id = :talent)
                      and (:status::text is null or status = :status)
                      and (:from::timestamptz is null
                           or (start_at > :from::timestamptz - interval '24 hours'
                               and end_at > :from))
                      and (:to::timestamptz is null or start_at < :to)
                    """;

    static final Orders<BookingResource> ORDERS =
            Orders.<BookingResource>of(booking -> booking.id().value())
                    .by("start", List.of(Column.time("start_at", BookingResource::start)))
                    .by(Column.time("created_at", BookingResource::createdAt))
                    .usually("-start");

    private static final SortedList<BookingFilter, BookingResource> LIST =
            new SortedList<>(FILTERED, BookingQueries::bind, BookingQueries::row, ORDERS);

    /// The last end is implied, as no booking is longer than a day; saying it keeps what lies
    /// behind from being read.
    private static final String BUSY =
            """
            select start_at, end_at
            from bookings
            where talent_id = :talent and status = 'confirmed'
              and end_at > :from and end_at < :to::timestamptz + interval '24 hours'
              and start_at < :to
            order by end_at
            """;

    private final ReadModel readModel;

    BookingQueries(ReadModel readModel) {
        this.readModel = readModel;
    }

    /// What the parameters of a request ask of the list.
    static ListQuery<BookingFilter, BookingResource> asked(
            Caller caller, MultivaluedMap<String, String> parameters) {
        return ListQuery.of(parameters, query -> BookingFilter.of(caller, query), ORDERS);
    }

    Optional<BookingResource> find(BookingId id) {
        return readModel.find(ONE, id.value(), BookingQueries::row);
    }

    Listing<BookingResource> list(ListQuery<BookingFilter, BookingResource> query) {
        return readModel.read(handle -> LIST.read(handle, query));
    }

    /// The confirmed periods of a talent that have a moment of this one, in their order.
    List<Period> busy(TalentId talent, Period within) {
        return readModel.read(
                handle ->
                        handle.createQuery(BUSY)
                                .bind("talent", talent.value())
                                .bind("from", within.start())
                                .bind("to", within.end())
                                .map((row, _) -> period(row))
                                .list());
    }

    private static Query bind(Query statement, BookingFilter filter) {
        return statement
                .bind("sees_all", filter.seesAll())
                .bind("caller", filter.caller().id())
                .bind("talent", filter.talent())
                .bind("status", filter.status().map(BookingStatus::word))
                .bind("from", filter.from())
                .bind("to", filter.to());
    }

    private static BookingResource row(ResultSet row, StatementContext context)
            throws SQLException {
        BookingId id = new BookingId(Cells.id(row));
        Period period = period(row);
        String currency = row.getString("currency");
        return new BookingResource(
                id,
                row.getLong("version"),
                id.talent(),
                row.getString("booker"),
                period.start(),
                period.end(),
                new Money(row.getBigDecimal("price_per_hour").toPlainString(), currency),
                new Money(row.getBigDecimal("price").toPlainString(), currency),
                BookingStatus.parse(row.getString("status")),
                Cells.text(row, "cancel_reason").map(CancelReason::parse),
                Cells.time(row, "created_at"),
                Cells.time(row, "updated_at"));
    }

    private static Period period(ResultSet row) throws SQLException {
        return new Period(Cells.time(row, "start_at"), Cells.time(row, "end_at"));
    }
}
