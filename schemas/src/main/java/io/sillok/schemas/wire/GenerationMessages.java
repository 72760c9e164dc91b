package io.sillok.schemas.wire;

import io.sillok.schemas.generation.AgentCommand;
import io.sillok.schemas.generation.AgentEvent;
import io.sillok.schemas.generation.BudgetCommand;
import io.sillok.schemas.generation.BudgetEvent;
import io.sillok.schemas.generation.Chunk;
import io.sillok.schemas.generation.GenerateWork;
import io.sillok.schemas.generation.GenerationCommand;
import io.sillok.schemas.generation.GenerationEvent;
import io.sillok.schemas.generation.PromptCacheCommand;
import io.sillok.schemas.generation.PromptCacheEvent;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import java.util.List;

/// The messages of generation.
final class GenerationMessages {

    static final List<MessageType<?>> ALL =
            List.of(
                    command("request-generation", GenerationCommand.Request.class),
                    command("begin-generation", GenerationCommand.Begin.class),
                    command("complete-generation", GenerationCommand.Complete.class),
                    command("fail-generation", GenerationCommand.Fail.class),
                    command("stop-generation", GenerationCommand.Stop.class),
                    command("confirm-generation-stop", GenerationCommand.ConfirmStop.class),
                    command("expire-generation", GenerationCommand.Expire.class),
                    command("rate-generation", GenerationCommand.Rate.class),
                    command("forget-generation", GenerationCommand.Forget.class),
                    command("create-agent", AgentCommand.Create.class),
                    command("change-agent", AgentCommand.Change.class),
                    command("remove-agent", AgentCommand.Remove.class),
                    command("allow-budget", BudgetCommand.Allow.class),
                    command("clear-prompt-cache", PromptCacheCommand.Clear.class),
                    event("generation-requested", GenerationEvent.Requested.class),
                    event("generation-started", GenerationEvent.Started.class),
                    event("generation-stop-requested", GenerationEvent.StopRequested.class),
                    event("generation-completed", GenerationEvent.Completed.class),
                    event("generation-failed", GenerationEvent.Failed.class),
                    event("generation-stopped", GenerationEvent.Stopped.class),
                    event("generation-rated", GenerationEvent.Rated.class),
                    event("generation-forgotten", GenerationEvent.Forgotten.class),
                    event("agent-created", AgentEvent.Created.class),
                    event("agent-changed", AgentEvent.Changed.class),
                    event("agent-removed", AgentEvent.Removed.class),
                    event("budget-allowed", BudgetEvent.Allowed.class),
                    event("budget-granted", BudgetEvent.Granted.class),
                    event("budget-reserved", BudgetEvent.Reserved.class),
                    event("budget-prolonged", BudgetEvent.Prolonged.class),
                    event("budget-settled", BudgetEvent.Settled.class),
                    event("budget-released", BudgetEvent.Released.class),
                    event("budget-expired", BudgetEvent.Expired.class),
                    event("prompt-cache-cleared", PromptCacheEvent.Cleared.class),
                    on(Topics.WORK_GENERATE, "generate", GenerateWork.class),
                    on(Topics.GENERATION_CHUNKS, "generation-chunk", Chunk.class));

    private GenerationMessages() {}

    private static <T> MessageType<T> command(String name, Class<T> javaType) {
        return on(Topics.GENERATION_COMMANDS, name, javaType);
    }

    private static <T> MessageType<T> event(String name, Class<T> javaType) {
        return on(Topics.GENERATION_EVENTS, name, javaType);
    }

    private static <T> MessageType<T> on(Topic topic, String name, Class<T> javaType) {
        return new MessageType<>(List.of(topic), "generation", name, 1, javaType);
    }
}
