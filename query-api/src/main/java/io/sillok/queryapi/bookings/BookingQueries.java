package io.sillok.queryapi.bookings;

import io.sillok.queryapi.engines.ReadModel;
import io.sillok.queryapi.http.Listing;
import io.sillok.schemas.bookings.BookingId;
import io.sillok.schemas.bookings.BookingResource;
import io.sillok.schemas.bookings.BookingStatus;
import io.sillok.schemas.bookings.CancelReason;
import io.sillok.schemas.bookings.Period;
import io.sillok.schemas.bookings.TalentId;
import io.sillok.schemas.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/// Reads the view `bookings`. Thread-safe.
final class BookingQueries {

    private static final String COLUMNS =
            """
            select id, version, booker, start_at, end_at, price_per_hour, price, currency,
                   status, cancel_reason, created_at, updated_at
            from bookings
            """;

    /// No booking is longer than a day: so the start alone, which is indexed, leaves out nearly all
    /// of those that ended before.
    private static final String FILTER =
            """
            where (:sees_all or booker = :caller)
              and (:talent::uuid is null or talent_id = :talent)
              and (:status::text is null or status = :status)
              and (:from::timestamptz is null
                   or (start_at > :from::timestamptz - interval '24 hours' and end_at > :from))
              and (:to::timestamptz is null or start_at < :to)
            """;

    private static final String ONE = COLUMNS + "where id = :id";

    private static final String COUNT = "select count(*) from bookings\n" + FILTER;

    private static final String EARLIEST =
            COLUMNS
                    + FILTER
                    + """
                      and (:after_id::uuid is null
                           or (start_at, id) > (:after_key::timestamptz, :after_id))
                    order by start_at, id
                    limit :size offset :offset
                    """;

    private static final String LATEST =
            COLUMNS
                    + FILTER
                    + """
                      and (:after_id::uuid is null
                           or (start_at, id) < (:after_key::timestamptz, :after_id))
                    order by start_at desc, id desc
                    limit :size offset :offset
                    """;

    private static final String OLDEST =
            COLUMNS
                    + FILTER
                    + """
                      and (:after_id::uuid is null
                           or (created_at, id) > (:after_key::timestamptz, :after_id))
                    order by created_at, id
                    limit :size offset :offset
                    """;

    private static final String NEWEST =
            COLUMNS
                    + FILTER
                    + """
                      and (:after_id::uuid is null
                           or (created_at, id) < (:after_key::timestamptz, :after_id))
                    order by created_at desc, id desc
                    limit :size offset :offset
                    """;

    private static final String BUSY =
            """
            select start_at, end_at
            from bookings
            where talent_id = :talent and status = 'confirmed'
              and end_at > :from and start_at < :to
            order by end_at
            """;

    private final ReadModel readModel;

    BookingQueries(ReadModel readModel) {
        this.readModel = readModel;
    }

    Optional<BookingResource> find(BookingId id) {
        return readModel.read(
                handle ->
                        handle.createQuery(ONE)
                                .bind("id", id.value())
                                .map(BookingQueries::row)
                                .findOne());
    }

    Listing<BookingResource> list(BookingListQuery query) {
        return readModel.read(
                handle -> {
                    List<BookingResource> found = oneMoreThanAskedFor(handle, query);
                    long total = filtered(handle, COUNT, query.filter()).mapTo(Long.class).one();
                    return Listing.cut(query.paging(), found, total, query::after);
                });
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

    private static List<BookingResource> oneMoreThanAskedFor(
            Handle handle, BookingListQuery query) {
        return filtered(handle, statement(query.sort()), query.filter())
                .bind("after_id", query.cursor().map(BookingCursor::id))
                .bind("after_key", query.cursor().map(BookingCursor::key))
                .bind("size", query.paging().size() + 1)
                .bind("offset", query.cursor().isPresent() ? 0 : query.paging().offset())
                .map(BookingQueries::row)
                .list();
    }

    private static String statement(BookingSort sort) {
        return switch (sort) {
            case EARLIEST -> EARLIEST;
            case LATEST -> LATEST;
            case OLDEST -> OLDEST;
            case NEWEST -> NEWEST;
        };
    }

    private static Query filtered(Handle handle, String statement, BookingFilter filter) {
        return handle.createQuery(statement)
                .bind("sees_all", filter.seesAll())
                .bind("caller", filter.caller().id())
                .bind("talent", filter.talent())
                .bind("status", filter.status().map(BookingStatus::word))
                .bind("from", filter.from())
                .bind("to", filter.to());
    }

    private static BookingResource row(ResultSet row, StatementContext context)
            throws SQLException {
        BookingId id = new BookingId(row.getObject("id", UUID.class));
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
                Optional.ofNullable(row.getString("cancel_reason")).map(CancelReason::parse),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    private static Period period(ResultSet row) throws SQLException {
        return new Period(instant(row, "start_at"), instant(row, "end_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
