package io.sillok.processors.generation;

import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.generation.AccountCommand;
import io.sillok.schemas.generation.AccountId;
import io.sillok.schemas.generation.AgentCommand;
import io.sillok.schemas.generation.BudgetCommand;
import io.sillok.schemas.generation.GenerationCommand;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.util.Optional;

/// Who may do what with an account. Stateless.
final class AccountRules {

    private AccountRules() {}

    /// Why the sender may not; empty when they may.
    ///
    /// @param named the account that what the command is about says it belongs to
    static Optional<Problem> refuse(
            Account account, CommandEnvelope<? extends AccountCommand> command, AccountId named) {
        AccountCommand asked = command.command();
        if (!named.equals(AccountId.of(asked.owner()))) {
            return Optional.of(
                    Problem.of(ErrorCode.E4001, "wrong-account", "The id is of another account."));
        }
        // two persons with the same 60 bits of hash, once in a very long time
        if (account.owner().filter(owner -> !owner.equals(asked.owner())).isPresent()) {
            return Optional.of(
                    Problem.of(ErrorCode.E5004, "account-taken", "The account is another's."));
        }
        return refuse(asked, command.actor());
    }

    private static Optional<Problem> refuse(AccountCommand asked, Actor actor) {
        return switch (asked) {
            case GenerationCommand.Request _,
                    GenerationCommand.Rate _,
                    AgentCommand.Create _,
                    AgentCommand.Change _ ->
                    owner(actor, asked.owner());
            case GenerationCommand.Stop _, AgentCommand.Remove _ ->
                    actor.isSystem() ? Optional.empty() : owner(actor, asked.owner());
            case GenerationCommand.Begin _,
                    GenerationCommand.Complete _,
                    GenerationCommand.Fail _,
                    GenerationCommand.ConfirmStop _,
                    GenerationCommand.Expire _,
                    GenerationCommand.Forget _ ->
                    platform(actor);
            case BudgetCommand.Allow _ -> admin(actor);
        };
    }

    private static Optional<Problem> owner(Actor actor, UserId owner) {
        return refuseUnless(
                actor.id().equals(owner.toString()),
                "owner-required",
                "Only its owner may do this.");
    }

    private static Optional<Problem> platform(Actor actor) {
        return refuseUnless(
                actor.isSystem(), "worker-required", "Only the platform itself may do this.");
    }

    static Optional<Problem> admin(Actor actor) {
        return refuseUnless(
                actor.has(Role.ADMIN), "admin-required", "Only an administrator may do this.");
    }

    private static Optional<Problem> refuseUnless(boolean may, String reason, String detail) {
        return may ? Optional.empty() : Optional.of(Problem.of(ErrorCode.E4005, reason, detail));
    }
}
