package io.sillok.processors.engine;

import io.sillok.processors.engine.claims.Claim;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Subject;
import java.util.List;
import java.util.Optional;

/// The rules of one kind of aggregate (Chassaing, "Functional Event Sourcing Decider"). Pure: no
/// clock, no random, no I/O, no logging; a refusal is a value.
///
/// Versions, idempotency, the hash chain and settling are the engine's; a decider never sees them.
///
/// @param <C> its commands, a sealed interface
/// @param <S> its state, a record that Jackson can write and read
/// @param <E> its events, a sealed interface
public interface Decider<C, S, E> {

    Class<C> commands();

    Class<S> states();

    Class<E> events();

    /// The state of a boundary that no event has happened in.
    S initial();

    /// What becomes of a command. Called with exactly the state that every earlier command of the
    /// same key left.
    Decision<E> decide(S state, CommandEnvelope<C> command, References references);

    /// The state after one more event.
    S evolve(S state, EventEnvelope<E> event);

    /// The state after something was kept; called after the events of the same decision.
    default S keep(S state, Kept kept) {
        return state;
    }

    /// The resource an event belongs to; sequence and chain are counted per subject.
    Subject subject(E event);

    /// Which soft references a command must find. While one is missing the engine holds the command
    /// for a moment, because a reference travels through the log as well.
    default List<String> required(C command) {
        return List.of();
    }

    /// The unique values that a state has: an e-mail address, a user name. No other boundary of the
    /// context has one of them, ever.
    ///
    /// The engine sees to it. It decides a command first; if the state afterwards has values that
    /// the boundary does not hold yet, it holds the command back, claims them, and decides again
    /// once they are answered: all held, the decision stands; one taken, the command is refused
    /// with that claim's problem and nothing was decided. What a state no longer has is released.
    /// So a decider reserves nothing and releases nothing; it only says what a state has.
    default List<Claim> claims(S state) {
        return List.of();
    }

    /// The resource as the APIs answer it; empty when it does not exist.
    Optional<Object> represent(S state, Subject subject);
}
