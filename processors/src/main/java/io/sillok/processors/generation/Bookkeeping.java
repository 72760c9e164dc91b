package io.sillok.processors.generation;

import io.sillok.schemas.generation.AccountEvent;
import io.sillok.schemas.generation.Allowance;
import io.sillok.schemas.generation.Budget;
import io.sillok.schemas.generation.BudgetEvent;
import io.sillok.schemas.generation.Consumption;
import io.sillok.schemas.generation.GenerationEvent;
import io.sillok.schemas.generation.GenerationId;
import io.sillok.schemas.generation.GenerationKind;
import io.sillok.schemas.generation.GenerationStatus;
import io.sillok.schemas.generation.Reservation;
import io.sillok.schemas.generation.StopReason;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What becomes of an account's budget at one moment. What was spent and what is put aside never
/// come to more than what was granted, because tokens are put aside only from what is left, and
/// nothing is charged beyond what was put aside for it.
///
/// @param usual what an account may use that nobody allowed anything else
record Bookkeeping(Account account, UserId owner, Allowance usual, Instant now) {

    /// How long tokens stay put aside while nobody is heard of who works on it. Longer than a call
    /// of a model may take.
    static final Duration HOLD = Duration.ofMinutes(15);

    /// The beginning of a period, when the last one is over.
    List<AccountEvent> renewal() {
        return isDue() ? List.of(granted(allowance())) : List.of();
    }

    /// What an account is granted in the period that is now.
    AccountEvent granted(Allowance allowance) {
        Instant from = allowance.period().beginning(now);
        return new BudgetEvent.Granted(
                owner, allowance.tokens(), from, allowance.period().next(from));
    }

    /// Why so many tokens cannot be put aside; empty when they can.
    ///
    /// @param freed what other events of the same decision give back
    Optional<Problem> refuse(long tokens, long freed) {
        long granted = isDue() ? allowance().tokens() : account.budget().orElseThrow().granted();
        long spent = isDue() ? 0 : account.budget().orElseThrow().spent();
        long reserved = account.budget().map(Budget::reserved).orElse(0L) - freed;
        return tokens <= granted - spent - reserved
                ? Optional.empty()
                : Optional.of(exhausted(tokens));
    }

    AccountEvent reserve(GenerationId generation, long tokens) {
        return new BudgetEvent.Reserved(owner, generation, tokens, now.plus(HOLD));
    }

    AccountEvent prolong(GenerationId generation) {
        return new BudgetEvent.Prolonged(owner, generation, now.plus(HOLD));
    }

    /// The end of what was put aside for a generation: it is charged what it took, the rest comes
    /// back. Nothing when nothing is put aside.
    List<AccountEvent> settle(GenerationId generation, Optional<Consumption> consumption) {
        return account.reservation(generation)
                .map(held -> List.of(end(held, consumption)))
                .orElse(List.of());
    }

    /// The ends of generations that nobody has worked on in time.
    List<AccountEvent> sweep() {
        List<AccountEvent> events = new ArrayList<>();
        account.overdue(now).forEach(one -> events.addAll(expire(one)));
        return events;
    }

    /// The end of a generation that nobody has worked on in time.
    List<AccountEvent> expire(OpenGeneration one) {
        long tokens = account.reservation(one.id()).map(Reservation::tokens).orElse(0L);
        return List.of(
                new GenerationEvent.Failed(
                        one.id(),
                        owner,
                        one.attempt(),
                        Problem.of(
                                ErrorCode.E5001,
                                "generation-expired",
                                "Nobody worked on it in time."),
                        one.id().incident(now),
                        Optional.empty()),
                new BudgetEvent.Expired(owner, one.id(), tokens));
    }

    /// What becomes of a generation that is not wanted any more: it ends at once when nobody has
    /// begun, else whoever works on it is told to stop.
    List<AccountEvent> stop(OpenGeneration one, StopReason reason) {
        if (one.begun()) {
            return List.of(new GenerationEvent.StopRequested(one.id(), owner, reason));
        }
        List<AccountEvent> events = new ArrayList<>();
        events.add(
                new GenerationEvent.Stopped(
                        one.id(), owner, 0, reason, Optional.empty(), Optional.empty()));
        events.addAll(settle(one.id(), Optional.empty()));
        return events;
    }

    /// The completions that a newer one makes worthless.
    List<AccountEvent> supersede() {
        List<AccountEvent> events = new ArrayList<>();
        List<OpenGeneration> overdue = account.overdue(now);
        account.open().stream()
                .filter(one -> one.generation().kind() == GenerationKind.COMPLETION)
                .filter(one -> one.status() != GenerationStatus.STOPPING)
                .filter(one -> !overdue.contains(one))
                .forEach(one -> events.addAll(stop(one, StopReason.SUPERSEDED)));
        return events;
    }

    /// How many tokens events give back.
    static long freedBy(List<AccountEvent> events) {
        return events.stream().mapToLong(Bookkeeping::freedBy).sum();
    }

    private static long freedBy(AccountEvent event) {
        return event instanceof BudgetEvent.Released(_, _, var tokens)
                ? tokens
                : event instanceof BudgetEvent.Expired(_, _, var back) ? back : 0;
    }

    private AccountEvent end(Reservation held, Optional<Consumption> consumption) {
        return consumption
                .filter(took -> took.usage().total() > 0)
                .<AccountEvent>map(
                        took ->
                                new BudgetEvent.Settled(
                                        owner,
                                        held.generation(),
                                        held.tokens(),
                                        Math.min(took.usage().total(), held.tokens()),
                                        took))
                .orElseGet(() -> new BudgetEvent.Released(owner, held.generation(), held.tokens()));
    }

    private Problem exhausted(long tokens) {
        Allowance allowance = allowance();
        Instant end = allowance.period().next(allowance.period().beginning(now));
        return new Problem(
                ErrorCode.E4008,
                "budget-exhausted",
                "What this may take is more than what is left of the budget.",
                List.of(),
                Optional.of(Duration.between(now, end).toSeconds() + 1)
                        .filter(_ -> tokens <= allowance.tokens()));
    }

    private boolean isDue() {
        return account.budget().filter(budget -> now.isBefore(budget.until())).isEmpty();
    }

    private Allowance allowance() {
        return account.budget().flatMap(Budget::allowance).orElse(usual);
    }
}
