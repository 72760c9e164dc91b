package io.sillok.schemas.generation;

import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.personal.UserId;

/// What can be asked of somebody's account.
public sealed interface AccountCommand permits GenerationCommand, AgentCommand, BudgetCommand {

    /// Whose account it is.
    UserId owner();

    /// The generation, the agent or the budget that it is about.
    Subject subject();

    /// Where it is decided.
    default BoundaryKey key() {
        return AccountId.of(owner()).key();
    }
}
