package io.sillok.processors.generation;

import io.sillok.processors.engine.Decider;
import io.sillok.processors.engine.Decision;
import io.sillok.processors.engine.References;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.generation.PromptCacheCommand;
import io.sillok.schemas.generation.PromptCacheCommand.Clear;
import io.sillok.schemas.generation.PromptCacheEvent;
import java.util.Optional;

/// The rules of the remembered answers of all accounts: administrators clear them. They lie in the
/// accounts, which look up when that was.
final class PromptCacheDecider
        implements Decider<PromptCacheCommand, PromptCacheState, PromptCacheEvent> {

    @Override
    public Class<PromptCacheCommand> commands() {
        return PromptCacheCommand.class;
    }

    @Override
    public Class<PromptCacheState> states() {
        return PromptCacheState.class;
    }

    @Override
    public Class<PromptCacheEvent> events() {
        return PromptCacheEvent.class;
    }

    @Override
    public PromptCacheState initial() {
        return PromptCacheState.NEVER;
    }

    @Override
    public Decision<PromptCacheEvent> decide(
            PromptCacheState state,
            CommandEnvelope<PromptCacheCommand> command,
            References references) {
        return AccountRules.admin(command.actor())
                .<Decision<PromptCacheEvent>>map(Decision.Rejected::new)
                .orElseGet(
                        () ->
                                switch (command.command()) {
                                    case Clear(var cache) ->
                                            Decision.accept(new PromptCacheEvent.Cleared(cache));
                                });
    }

    @Override
    public PromptCacheState evolve(PromptCacheState state, EventEnvelope<PromptCacheEvent> event) {
        return new PromptCacheState(Optional.of(event.time()));
    }

    @Override
    public Subject subject(PromptCacheEvent event) {
        return event.subject();
    }

    @Override
    public Optional<Object> represent(PromptCacheState state, Subject subject) {
        return Optional.empty();
    }
}
