package io.sillok.schemas.generation;

import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.personal.UserId;

/// What happened in the account of one person: to a generation, to an agent, to the budget. All of
/// it is decided in one place and stands under one key, that of the account.
public sealed interface AccountEvent permits GenerationEvent, AgentEvent, BudgetEvent {

    /// Whose account it is.
    UserId owner();

    /// The generation, the agent or the budget that it belongs to.
    Subject subject();
}
