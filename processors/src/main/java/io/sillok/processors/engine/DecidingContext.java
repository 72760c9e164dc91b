package io.sillok.processors.engine;

import io.sillok.schemas.personal.PersonalKeys;
import io.sillok.schemas.topics.Topic;
import java.util.List;
import java.util.Optional;

/// A bounded context as the engine sees it: where its commands come from, where its events go, and
/// the rules between.
///
/// @param name kebab-case: `catalog`
/// @param deciders one for each sealed interface of commands
/// @param reactions what follows from its events at once
/// @param index the soft references its events give
/// @param kept where what its decisions keep goes; empty when they keep nothing
/// @param keys for personal data in its commands, events and state
public record DecidingContext(
        String name,
        Topic commands,
        Topic events,
        List<Decider<?, ?, ?>> deciders,
        List<Reaction> reactions,
        ReferenceIndex index,
        Optional<Topic> kept,
        PersonalKeys keys) {

    public DecidingContext {
        deciders = List.copyOf(deciders);
        reactions = List.copyOf(reactions);
    }

    /// A context without personal data that keeps nothing.
    public DecidingContext(
            String name,
            Topic commands,
            Topic events,
            List<Decider<?, ?, ?>> deciders,
            List<Reaction> reactions,
            ReferenceIndex index) {
        this(
                name,
                commands,
                events,
                deciders,
                reactions,
                index,
                Optional.empty(),
                PersonalKeys.NONE);
    }

    /// The same context with keys for the personal data it has.
    public DecidingContext with(PersonalKeys others) {
        return new DecidingContext(
                name, commands, events, deciders, reactions, index, kept, others);
    }

    /// True when its deciders may know of other boundaries.
    boolean looksUp() {
        return !index.equals(ReferenceIndex.NONE);
    }

    /// What its Streams application and the node that decides are called.
    String deciderName() {
        return name + "-decider";
    }

    /// The node that writes its events.
    String eventsNode() {
        return name + "-events";
    }

    /// The node that writes commands about claims, to its own commands topic.
    String claimsNode() {
        return name + "-claims";
    }

    /// The node that writes what its decisions keep, if they keep anything.
    String keptNode() {
        return name + "-kept";
    }
}
