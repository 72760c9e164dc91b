package io.sillok.processors.generation.projection;

import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.generation.AccountId;
import io.sillok.schemas.generation.BudgetEvent;
import io.sillok.schemas.generation.Consumption;
import io.sillok.schemas.generation.Cost;
import io.sillok.schemas.generation.Usage;
import io.sillok.schemas.personal.UserId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// What an account took of one model on one day.
///
/// @param version of the account's budget
/// @param estimated how many of the generations have tokens that were reckoned
/// @param charged tokens that the budget was charged
record UsageRow(
        String id,
        long version,
        AccountId account,
        UserId owner,
        LocalDate day,
        String model,
        long generations,
        long estimated,
        long promptTokens,
        long completionTokens,
        long charged,
        Cost cost) {

    /// The row that an event counts in.
    static String id(EventEnvelope<BudgetEvent.Settled> event) {
        Consumption took = event.event().consumption();
        return String.join(
                "/",
                AccountId.of(event.event().owner()).toString(),
                day(event).toString(),
                took.cost().currency(),
                took.model());
    }

    /// The row after one more event. Pure; events at or below its version change nothing.
    static UsageRow after(Optional<UsageRow> before, EventEnvelope<BudgetEvent.Settled> event) {
        BudgetEvent.Settled settled = event.event();
        UsageRow row = before.orElseGet(() -> nothing(event));
        if (row.version() >= event.sequence()) {
            return row;
        }
        Usage usage = settled.consumption().usage();
        Cost more = settled.consumption().cost();
        return new UsageRow(
                row.id(),
                event.sequence(),
                row.account(),
                row.owner(),
                row.day(),
                row.model(),
                row.generations() + 1,
                row.estimated() + (usage.estimated() ? 1 : 0),
                row.promptTokens() + usage.promptTokens(),
                row.completionTokens() + usage.completionTokens(),
                row.charged() + settled.used(),
                row.cost().plus(more));
    }

    private static UsageRow nothing(EventEnvelope<BudgetEvent.Settled> event) {
        BudgetEvent.Settled settled = event.event();
        return new UsageRow(
                id(event),
                0,
                AccountId.of(settled.owner()),
                settled.owner(),
                day(event),
                settled.consumption().model(),
                0,
                0,
                0,
                0,
                0,
                Cost.none(settled.consumption().cost().currency()));
    }

    private static LocalDate day(EventEnvelope<?> event) {
        return LocalDate.ofInstant(event.time(), ZoneOffset.UTC);
    }
}
