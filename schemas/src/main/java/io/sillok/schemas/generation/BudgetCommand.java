package io.sillok.schemas.generation;

import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.personal.UserId;

/// What can be asked of a budget. Nobody reserves, settles or releases by command: that is part of
/// what happens to generations.
public sealed interface BudgetCommand extends AccountCommand {

    @Override
    default Subject subject() {
        return AccountId.of(owner()).budget();
    }

    /// Allow the owner so much from now on. Sent for administrators.
    record Allow(UserId owner, Allowance allowance) implements BudgetCommand {}
}
