package io.sillok.schemas.generation;

import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.personal.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A budget as it is now: the fold of its events.
///
/// @param allowance that an administrator gave; the usual one when absent
/// @param granted tokens of the period under way
/// @param from the beginning of that period
/// @param until its end
/// @param spent of what was granted
/// @param reservations of generations that are not over, oldest first; those of an earlier period
///   count in this one
public record Budget(
        AccountId id,
        long version,
        UserId owner,
        Optional<Allowance> allowance,
        long granted,
        Instant from,
        Instant until,
        long spent,
        List<Reservation> reservations,
        Instant createdAt,
        Instant updatedAt) {

    public Budget {
        reservations = List.copyOf(reservations);
    }

    /// The budget after one more event. Pure; events at or below `before`'s version change nothing.
    ///
    /// @param before empty when `next` is its first event
    public static Budget evolve(Optional<Budget> before, EventEnvelope<BudgetEvent> next) {
        if (before.isPresent() && before.get().version() >= next.sequence()) {
            return before.get();
        }
        Budget now = before.orElseGet(() -> opened(next));
        return switch (next.event()) {
            case BudgetEvent.Allowed(_, var allowance) -> now.allowed(allowance, next);
            case BudgetEvent.Granted(_, var tokens, var from, var until) ->
                    now.granted(tokens, from, until, next);
            case BudgetEvent.Reserved(_, var generation, var tokens, var until) ->
                    now.reserved(new Reservation(generation, tokens, until), next);
            case BudgetEvent.Prolonged(_, var generation, var until) ->
                    now.prolonged(generation, until, next);
            case BudgetEvent.Settled(_, var generation, _, var used, _) ->
                    now.freed(generation, used, next);
            case BudgetEvent.Released(_, var generation, _) -> now.freed(generation, 0, next);
            case BudgetEvent.Expired(_, var generation, _) -> now.freed(generation, 0, next);
        };
    }

    /// Tokens that are put aside.
    public long reserved() {
        return reservations.stream().mapToLong(Reservation::tokens).sum();
    }

    /// Tokens that can be put aside now; negative when less was granted than had been before.
    public long available() {
        return granted - spent - reserved();
    }

    /// What is put aside for a generation; empty when nothing is, any more.
    public Optional<Reservation> find(GenerationId generation) {
        return reservations.stream().filter(one -> one.generation().equals(generation)).findFirst();
    }

    private static Budget opened(EventEnvelope<BudgetEvent> by) {
        UserId owner = by.event().owner();
        return new Budget(
                AccountId.of(owner),
                by.sequence(),
                owner,
                Optional.empty(),
                0,
                by.time(),
                by.time(),
                0,
                List.of(),
                by.time(),
                by.time());
    }

    private Budget allowed(Allowance given, EventEnvelope<?> by) {
        return new Budget(
                id,
                by.sequence(),
                owner,
                Optional.of(given),
                granted,
                from,
                until,
                spent,
                reservations,
                createdAt,
                by.time());
    }

    private Budget granted(long tokens, Instant begins, Instant ends, EventEnvelope<?> by) {
        return new Budget(
                id,
                by.sequence(),
                owner,
                allowance,
                tokens,
                begins,
                ends,
                begins.equals(from) ? spent : 0,
                reservations,
                createdAt,
                by.time());
    }

    private Budget reserved(Reservation another, EventEnvelope<?> by) {
        List<Reservation> all = new ArrayList<>(reservations);
        all.add(another);
        return holding(all, 0, by);
    }

    private Budget prolonged(GenerationId generation, Instant to, EventEnvelope<?> by) {
        return holding(
                reservations.stream()
                        .map(
                                one ->
                                        one.generation().equals(generation)
                                                ? new Reservation(generation, one.tokens(), to)
                                                : one)
                        .toList(),
                0,
                by);
    }

    private Budget freed(GenerationId generation, long used, EventEnvelope<?> by) {
        return holding(
                reservations.stream().filter(one -> !one.generation().equals(generation)).toList(),
                used,
                by);
    }

    private Budget holding(List<Reservation> held, long used, EventEnvelope<?> by) {
        return new Budget(
                id,
                by.sequence(),
                owner,
                allowance,
                granted,
                from,
                until,
                spent + used,
                held,
                createdAt,
                by.time());
    }
}
