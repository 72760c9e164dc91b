package io.sillok.schemas.generation;

import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.personal.AboutPerson;
import io.sillok.schemas.personal.Personal;
import io.sillok.schemas.personal.UserId;
import java.time.Instant;
import java.util.Optional;

/// An agent as it is now: the fold of its events. Of a removed one nothing is left but the id and
/// the times.
///
/// @param name what the owner calls it
/// @param instructions what the model is told before every question
/// @param model to ask; the usual one when absent
/// @param temperature from 0 to 2; the usual one when absent
public record Agent(
        AgentId id,
        long version,
        UserId owner,
        @Personal Optional<String> name,
        @Personal Optional<String> instructions,
        Optional<String> model,
        Optional<Double> temperature,
        boolean removed,
        Instant createdAt,
        Instant updatedAt)
        implements AboutPerson {

    @Override
    public UserId person() {
        return owner;
    }

    /// The agent after one more event. Pure; events at or below `before`'s version change nothing.
    ///
    /// @param before empty when `next` is its first event
    public static Agent evolve(Optional<Agent> before, EventEnvelope<AgentEvent> next) {
        if (before.isPresent() && before.get().version() >= next.sequence()) {
            return before.get();
        }
        return switch (next.event()) {
            case AgentEvent.Created(var id, var owner, var name, var told, var model, var warm) ->
                    new Agent(
                            id,
                            next.sequence(),
                            owner,
                            name,
                            told,
                            model,
                            warm,
                            false,
                            next.time(),
                            next.time());
            case AgentEvent.Changed changed -> before.orElseThrow().changed(changed, next);
            case AgentEvent.Removed _ -> before.orElseThrow().gone(next);
        };
    }

    private Agent changed(AgentEvent.Changed to, EventEnvelope<?> by) {
        return new Agent(
                id,
                by.sequence(),
                owner,
                to.name(),
                to.instructions(),
                to.model(),
                to.temperature(),
                removed,
                createdAt,
                by.time());
    }

    private Agent gone(EventEnvelope<?> by) {
        return new Agent(
                id,
                by.sequence(),
                owner,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                createdAt,
                by.time());
    }
}
