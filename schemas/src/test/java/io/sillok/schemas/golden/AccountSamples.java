package io.sillok.schemas.golden;

import static io.sillok.schemas.generation.PromptCacheId.ALL;
import static io.sillok.schemas.golden.GenerationGiven.AGENT;
import static io.sillok.schemas.golden.GenerationGiven.CONSUMPTION;
import static io.sillok.schemas.golden.GenerationGiven.GENERATION;
import static io.sillok.schemas.golden.GenerationGiven.INSTRUCTIONS;
import static io.sillok.schemas.golden.GenerationGiven.KEY;
import static io.sillok.schemas.golden.GenerationGiven.OWNER;

import io.sillok.schemas.generation.AccountCommand;
import io.sillok.schemas.generation.AccountEvent;
import io.sillok.schemas.generation.AgentCommand;
import io.sillok.schemas.generation.AgentEvent;
import io.sillok.schemas.generation.Allowance;
import io.sillok.schemas.generation.BudgetCommand;
import io.sillok.schemas.generation.BudgetEvent;
import io.sillok.schemas.generation.BudgetPeriod;
import io.sillok.schemas.generation.PromptCacheCommand;
import io.sillok.schemas.generation.PromptCacheEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Commands and events of agents, budgets and remembered answers.
final class AccountSamples {

    private static final Optional<String> NAME = Optional.of("꼼꼼한 리뷰어 🔍");
    private static final Optional<String> MODEL = Optional.of("gpt-oss-20b");
    private static final Optional<Double> WARM = Optional.of(0.7);
    private static final Instant FROM = Instant.parse("2026-11-21T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-11-22T00:00:00Z");
    private static final Allowance ALLOWANCE = new Allowance(250_000, BudgetPeriod.MONTH);

    private AccountSamples() {}

    static List<Sample> all() {
        return List.of(
                command(
                        "full",
                        new AgentCommand.Create(AGENT, OWNER, NAME, INSTRUCTIONS, MODEL, WARM)),
                command(
                        "usual-model",
                        new AgentCommand.Create(
                                AGENT,
                                OWNER,
                                NAME,
                                INSTRUCTIONS,
                                Optional.empty(),
                                Optional.empty())),
                command(
                        "full",
                        new AgentCommand.Change(AGENT, OWNER, NAME, INSTRUCTIONS, MODEL, WARM)),
                command("full", new AgentCommand.Remove(AGENT, OWNER)),
                command("full", new BudgetCommand.Allow(OWNER, ALLOWANCE)),
                event(
                        "full",
                        new AgentEvent.Created(AGENT, OWNER, NAME, INSTRUCTIONS, MODEL, WARM)),
                event(
                        "usual-model",
                        new AgentEvent.Changed(
                                AGENT,
                                OWNER,
                                NAME,
                                INSTRUCTIONS,
                                Optional.empty(),
                                Optional.empty())),
                event("full", new AgentEvent.Removed(AGENT, OWNER)),
                event("full", new BudgetEvent.Allowed(OWNER, ALLOWANCE)),
                event("full", new BudgetEvent.Granted(OWNER, 1_000_000, FROM, UNTIL)),
                event("full", new BudgetEvent.Reserved(OWNER, GENERATION, 12_345, UNTIL)),
                event("full", new BudgetEvent.Prolonged(OWNER, GENERATION, UNTIL)),
                event("full", new BudgetEvent.Settled(OWNER, GENERATION, 12_345, 168, CONSUMPTION)),
                event("full", new BudgetEvent.Released(OWNER, GENERATION, 12_345)),
                event("full", new BudgetEvent.Expired(OWNER, GENERATION, 12_345)),
                Given.full("full", ALL.key(), ALL.subject(), new PromptCacheCommand.Clear(ALL)),
                Given.event("full", ALL.key(), ALL.subject(), new PromptCacheEvent.Cleared(ALL)));
    }

    private static Sample command(String name, AccountCommand command) {
        return Given.full(name, KEY, command.subject(), command);
    }

    private static Sample event(String name, AccountEvent event) {
        return Given.event(name, KEY, event.subject(), event);
    }
}
