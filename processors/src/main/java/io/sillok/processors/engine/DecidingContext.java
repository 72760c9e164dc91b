package io.sillok.processors.engine;

import io.sillok.schemas.topics.Topic;
import java.util.List;

/// A bounded context as the engine sees it: where its commands come from, where its events go, and
/// the rules between.
///
/// @param name kebab-case: `catalog`
/// @param deciders one for each sealed interface of commands
/// @param reactions what follows from its events at once
/// @param index the soft references its events give
public record DecidingContext(
        String name,
        Topic commands,
        Topic events,
        List<Decider<?, ?, ?>> deciders,
        List<Reaction> reactions,
        ReferenceIndex index) {

    public DecidingContext {
        deciders = List.copyOf(deciders);
        reactions = List.copyOf(reactions);
    }

    /// What its Streams application and the node that decides are called.
    String deciderName() {
        return name + "-decider";
    }

    /// The node that writes its events.
    String eventsNode() {
        return name + "-events";
    }
}
