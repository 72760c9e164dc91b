package io.sillok.queryapi.generation;

import io.sillok.queryapi.engines.ReadModel;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.generation.AccountId;
import io.sillok.schemas.generation.AgentId;
import io.sillok.schemas.generation.GenerationId;
import io.sillok.schemas.generation.PromptCacheId;
import java.util.List;
import java.util.Optional;

/// What is served of generation.
public final class GenerationModule {

    private GenerationModule() {}

    /// The resources of this context.
    public static List<Object> resources(ReadModel readModel, AnswerFeed feed) {
        GenerationQueries generations = new GenerationQueries(readModel);
        UsageQueries usage = new UsageQueries(readModel);
        return List.of(
                new GenerationsResource(generations, feed),
                new HistoryResource(generations),
                new AgentsResource(new AgentQueries(readModel)),
                new UsageResource(usage),
                new BudgetsResource(usage));
    }

    /// Where generations, agents, budgets and the prompt cache are decided.
    public static Optional<BoundaryKey> boundary(Subject subject) {
        return switch (subject.collection()) {
            case "generations" -> GenerationId.find(subject.id()).map(id -> id.account().key());
            case "agents" -> AgentId.find(subject.id()).map(id -> id.account().key());
            case "budgets" -> AccountId.find(subject.id()).map(AccountId::key);
            case "prompt-caches" -> Optional.of(new PromptCacheId(subject.id()).key());
            default -> Optional.empty();
        };
    }
}
