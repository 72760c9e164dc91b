package io.sillok.processors.generation;

import io.sillok.processors.engine.Decider;
import io.sillok.processors.engine.Decision;
import io.sillok.processors.engine.References;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.generation.AccountEvent;
import io.sillok.schemas.generation.Agent;
import io.sillok.schemas.generation.AgentCommand;
import io.sillok.schemas.generation.AgentCommand.Change;
import io.sillok.schemas.generation.AgentCommand.Create;
import io.sillok.schemas.generation.AgentCommand.Remove;
import io.sillok.schemas.generation.AgentEvent;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.util.Optional;

/// The rules of agents: everybody may have some of their own. They share their state with the rules
/// of generations, so an agent that is asked is there, and says what it says at that moment.
final class AgentDecider implements Decider<AgentCommand, Account, AccountEvent> {

    static final int MOST_AGENTS = 20;
    static final int NAME_LENGTH = 100;
    static final int INSTRUCTIONS_LENGTH = 4_000;

    @Override
    public Class<AgentCommand> commands() {
        return AgentCommand.class;
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
            Account account, CommandEnvelope<AgentCommand> command, References references) {
        AgentCommand asked = command.command();
        return AccountRules.refuse(account, command, asked.agent().account())
                .<Decision<AccountEvent>>map(Decision.Rejected::new)
                .orElseGet(
                        () ->
                                switch (asked) {
                                    case Create create -> create(account, create);
                                    case Change change -> change(account, change);
                                    case Remove remove ->
                                            remove(account, remove, command.actor().isSystem());
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

    private static Decision<AccountEvent> create(Account account, Create create) {
        if (account.find(create.agent()).isPresent()) {
            return Decision.reject(
                    ErrorCode.E4008, "agent-exists", "There is an agent with this id.");
        }
        if (account.agents().size() >= MOST_AGENTS) {
            return Decision.reject(
                    ErrorCode.E4008, "too-many-agents", "Nobody has more than 20 agents.");
        }
        return refuse(create.name(), create.instructions(), create.model(), create.temperature())
                .<Decision<AccountEvent>>map(Decision.Rejected::new)
                .orElseGet(
                        () ->
                                Decision.accept(
                                        new AgentEvent.Created(
                                                create.agent(),
                                                create.owner(),
                                                create.name(),
                                                create.instructions(),
                                                create.model(),
                                                create.temperature())));
    }

    private static Decision<AccountEvent> change(Account account, Change change) {
        Optional<Agent> agent = account.find(change.agent());
        if (agent.isEmpty()) {
            return notFound();
        }
        if (isSame(agent.get(), change)) {
            return Decision.unchanged();
        }
        return refuse(change.name(), change.instructions(), change.model(), change.temperature())
                .<Decision<AccountEvent>>map(Decision.Rejected::new)
                .orElseGet(
                        () ->
                                Decision.accept(
                                        new AgentEvent.Changed(
                                                change.agent(),
                                                change.owner(),
                                                change.name(),
                                                change.instructions(),
                                                change.model(),
                                                change.temperature())));
    }

    private static boolean isSame(Agent agent, Change change) {
        return agent.name().equals(change.name())
                && agent.instructions().equals(change.instructions())
                && agent.model().equals(change.model())
                && agent.temperature().equals(change.temperature());
    }

    private static Decision<AccountEvent> remove(Account account, Remove remove, boolean erasing) {
        if (account.find(remove.agent()).isEmpty()) {
            return erasing ? Decision.unchanged() : notFound();
        }
        return Decision.accept(new AgentEvent.Removed(remove.agent(), remove.owner()));
    }

    private static Optional<Problem> refuse(
            Optional<String> name,
            Optional<String> instructions,
            Optional<String> model,
            Optional<Double> temperature) {
        if (name.filter(text -> RequestRules.within(text, NAME_LENGTH)).isEmpty()) {
            return invalid("name-length", "A name has 1 to 100 characters.");
        }
        if (instructions.filter(text -> RequestRules.within(text, INSTRUCTIONS_LENGTH)).isEmpty()) {
            return invalid("instructions-length", "Instructions have 1 to 4,000 characters.");
        }
        return RequestRules.refuseModel(model)
                .or(() -> RequestRules.refuseTemperature(temperature));
    }

    private static Optional<Problem> invalid(String reason, String detail) {
        return Optional.of(Problem.of(ErrorCode.E4001, reason, detail));
    }

    private static Decision<AccountEvent> notFound() {
        return Decision.reject(ErrorCode.E4007, "agent-not-found", "There is no such agent.");
    }
}
