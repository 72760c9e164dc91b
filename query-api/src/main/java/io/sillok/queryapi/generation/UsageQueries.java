package io.sillok.queryapi.generation;

import io.sillok.queryapi.engines.Cells;
import io.sillok.queryapi.engines.ReadModel;
import io.sillok.schemas.generation.AccountId;
import io.sillok.schemas.generation.BudgetResource;
import io.sillok.schemas.generation.Cost;
import io.sillok.schemas.generation.Reservation;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.wire.Json;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.StatementContext;

/// Reads the views `budgets` and `generation_usage`. Thread-safe.
final class UsageQueries {

    private static final String BUDGET =
            """
            select id, version, owner, granted, period_from, period_until, spent, reservations,
                   created_at, updated_at
            from budgets
            where id = :id
            """;

    private static final String DAYS =
            """
            select day, model, generations, estimated, prompt_tokens, completion_tokens, charged,
                   cost, currency
            from generation_usage
            where owner = :owner and day >= :from and day <= :to
            order by day desc, model, currency
            """;

    private final ReadModel readModel;

    UsageQueries(ReadModel readModel) {
        this.readModel = readModel;
    }

    /// What an account took of one model on one day of UTC.
    ///
    /// @param estimated how many of the generations have tokens that were reckoned
    /// @param charged tokens that the budget was charged
    record Day(
            LocalDate day,
            String model,
            long generations,
            long estimated,
            long promptTokens,
            long completionTokens,
            long charged,
            Cost cost) {}

    /// Somebody's budget; empty when they never asked for anything.
    Optional<BudgetResource> budget(UserId owner) {
        return readModel.find(BUDGET, AccountId.of(owner).value(), UsageQueries::budget);
    }

    /// What somebody took, the newest day first; both ends included.
    List<Day> days(UserId owner, LocalDate from, LocalDate to) {
        return readModel.read(
                handle ->
                        handle.createQuery(DAYS)
                                .bind("owner", owner.value())
                                .bind("from", from)
                                .bind("to", to)
                                .map(UsageQueries::day)
                                .list());
    }

    private static BudgetResource budget(ResultSet row, StatementContext context)
            throws SQLException {
        byte[] json = row.getString("reservations").getBytes(StandardCharsets.UTF_8);
        long reserved =
                Stream.of(Json.readOwn(json, Reservation[].class))
                        .mapToLong(Reservation::tokens)
                        .sum();
        long granted = row.getLong("granted");
        long spent = row.getLong("spent");
        return new BudgetResource(
                new AccountId(Cells.id(row)),
                row.getLong("version"),
                new UserId(row.getObject("owner", UUID.class)),
                granted,
                spent,
                reserved,
                Math.max(0, granted - spent - reserved),
                Cells.time(row, "period_from"),
                Cells.time(row, "period_until"),
                Cells.time(row, "created_at"),
                Cells.time(row, "updated_at"));
    }

    private static Day day(ResultSet row, StatementContext context) throws SQLException {
        return new Day(
                row.getObject("day", LocalDate.class),
                row.getString("model"),
                row.getLong("generations"),
                row.getLong("estimated"),
                row.getLong("prompt_tokens"),
                row.getLong("completion_tokens"),
                row.getLong("charged"),
                new Cost(
                        row.getBigDecimal("cost").stripTrailingZeros().toPlainString(),
                        row.getString("currency")));
    }
}
