package io.sillok.processors.generation;

import io.sillok.processors.engine.Decider;
import io.sillok.processors.engine.Decision;
import io.sillok.processors.engine.References;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.generation.AccountEvent;
import io.sillok.schemas.generation.AccountId;
import io.sillok.schemas.generation.Allowance;
import io.sillok.schemas.generation.Budget;
import io.sillok.schemas.generation.BudgetCommand;
import io.sillok.schemas.generation.BudgetCommand.Allow;
import io.sillok.schemas.generation.BudgetEvent;
import java.util.List;
import java.util.Optional;

/// The rules of budgets themselves: administrators allow. All else happens to a budget because of
/// generations, see [Bookkeeping].
final class BudgetDecider implements Decider<BudgetCommand, Account, AccountEvent> {

    private final Allowance usual;

    /// @param usual what an account may use that nobody allowed anything else
    BudgetDecider(Allowance usual) {
        this.usual = usual;
    }

    @Override
    public Class<BudgetCommand> commands() {
        return BudgetCommand.class;
    }

    @Override
    public Class<Account> states() {
        return Account.class;
    }

    @Override
    public Class<AccountEvent> events() {
        return AccountEvent.class;
    }

    @Override
    public Account initial() {
        return Account.NONE;
    }

    @Override
    public Decision<AccountEvent> decide(
            Account account, CommandEnvelope<BudgetCommand> command, References references) {
        BudgetCommand asked = command.command();
        return AccountRules.refuse(account, command, AccountId.of(asked.owner()))
                .<Decision<AccountEvent>>map(Decision.Rejected::new)
                .orElseGet(
                        () ->
                                switch (asked) {
                                    case Allow allow ->
                                            allow(
                                                    new Bookkeeping(
                                                            account,
                                                            allow.owner(),
                                                            usual,
                                                            command.time()),
                                                    allow.allowance());
                                });
    }

    @Override
    public Account evolve(Account account, EventEnvelope<AccountEvent> event) {
        return account.after(event);
    }

    @Override
    public Subject subject(AccountEvent event) {
        return event.subject();
    }

    @Override
    public Optional<Object> represent(Account account, Subject subject) {
        return account.represent(subject);
    }

    /// Counts at once: what was spent in the period under way stays spent if that began at the same
    /// moment.
    private static Decision<AccountEvent> allow(Bookkeeping books, Allowance allowance) {
        Optional<Allowance> before = books.account().budget().flatMap(Budget::allowance);
        if (before.equals(Optional.of(allowance))) {
            return Decision.unchanged();
        }
        return new Decision.Accepted<>(
                List.of(
                        new BudgetEvent.Allowed(books.owner(), allowance),
                        books.granted(allowance)));
    }
}
