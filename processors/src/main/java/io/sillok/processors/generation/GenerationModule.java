package io.sillok.processors.generation;

import io.sillok.processors.engine.DecidingContext;
import io.sillok.schemas.generation.Allowance;
import io.sillok.schemas.generation.BudgetPeriod;
import io.sillok.schemas.personal.PersonalKeys;
import io.sillok.schemas.topics.Topics;
import java.util.List;

/// The table of contents of generation: what it decides, what follows from its events.
public final class GenerationModule {

    /// What an account may use that nobody allowed anything else.
    public static final Allowance USUAL = daily(2_000_000);

    private GenerationModule() {}

    /// So many tokens in each day.
    public static Allowance daily(long tokens) {
        return new Allowance(tokens, BudgetPeriod.DAY);
    }

    /// Its rules.
    ///
    /// @param usual what an account may use that nobody allowed anything else
    /// @param keys of persons
    public static DecidingContext decides(Allowance usual, PersonalKeys keys) {
        return new DecidingContext(
                        "generation",
                        Topics.GENERATION_COMMANDS,
                        Topics.GENERATION_EVENTS,
                        List.of(
                                new GenerationDecider(usual),
                                new AgentDecider(),
                                new BudgetDecider(usual),
                                new PromptCacheDecider()),
                        List.of(new WhenGenerationRequestedThenGenerate()),
                        new Cleared())
                .with(keys);
    }
}
