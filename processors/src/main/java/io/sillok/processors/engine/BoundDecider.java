package io.sillok.processors.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Head;
import io.sillok.schemas.envelope.KeptEnvelope;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.wire.CommandCodec;
import io.sillok.schemas.wire.EventCodec;
import io.sillok.schemas.wire.KeptCodec;
import io.sillok.schemas.wire.Representations;
import io.sillok.schemas.wire.SealedEvent;
import io.sillok.schemas.wire.StateCodec;
import io.sillok.schemas.wire.WireRecord;
import io.sillok.schemas.wire.WorkCodec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A decider together with what surrounds it: the stored bytes of its state, the histories its
/// events join, what follows from them. Writes nothing.
final class BoundDecider<C, S, E> {

    private static final String SOURCE = "/processors";

    private final Decider<C, S, E> decider;
    private final DecidingContext rules;
    private final PersonKeys keys;
    private final StateCodec<S> states;
    private final Representations representations;

    BoundDecider(Decider<C, S, E> decider, DecidingContext rules) {
        this.decider = decider;
        this.rules = rules;
        this.keys = rules.keys().persons();
        this.states = new StateCodec<>(decider.states(), keys);
        this.representations = new Representations(keys);
    }

    boolean decides(Object command) {
        return decider.commands().isInstance(command);
    }

    List<String> required(Object command) {
        return decider.required(decider.commands().cast(command));
    }

    /// Decides a command.
    ///
    /// @throws io.sillok.schemas.personal.KeysUnavailable when personal data cannot be read or
    ///   written at the moment: nothing is decided then
    /// @throws RuntimeException whatever the decider or a reaction throws, and when something is
    ///   too large for the log
    Ruling rule(CommandEnvelope<Object> command, Boundaries boundaries, References references) {
        CommandEnvelope<C> typed = command.with(decider.commands().cast(command.command()));
        S state = boundaries.state(command.key()).map(states::read).orElseGet(decider::initial);
        return switch (decider.decide(state, typed, references)) {
            case Decision.Accepted<E>(var events, var kept) ->
                    accept(typed, state, events, kept, boundaries);
            case Decision.Rejected<E>(var problem) ->
                    Ruling.settled(
                            Settlements.rejected(
                                    command,
                                    boundaries.head(command.subject()).sequence(),
                                    problem));
        };
    }

    private Ruling accept(
            CommandEnvelope<C> command,
            S before,
            List<E> events,
            List<Kept> keeps,
            Boundaries boundaries) {
        Map<Subject, Head> heads = new HashMap<>();
        List<WireRecord> records = new ArrayList<>();
        List<Ruling.Order> orders = new ArrayList<>();
        S state = before;
        for (E event : events) {
            Subject subject = decider.subject(event);
            Head head = heads.computeIfAbsent(subject, boundaries::head);
            SealedEvent<E> sealed = EventCodec.seal(command, subject, head, event, keys);
            heads.put(subject, sealed.head());
            records.add(Limits.requireRecord(sealed.record()));
            orders.addAll(react(sealed.envelope()));
            state = decider.evolve(state, sealed.envelope());
        }
        for (Kept kept : keeps) {
            Head head = heads.getOrDefault(kept.subject(), boundaries.head(kept.subject()));
            orders.add(keep(command, head.sequence(), kept));
            state = decider.keep(state, kept);
        }
        Head head = heads.getOrDefault(command.subject(), boundaries.head(command.subject()));
        CommandSettled settlement =
                Settlements.accepted(command, head.sequence(), represent(state, command.subject()));
        if (events.isEmpty()) {
            return Ruling.settled(settlement);
        }
        return new Ruling(
                records,
                Optional.of(Limits.requireState(states.bytes(state))),
                Optional.of(decider.claims(state)),
                heads,
                orders,
                settlement,
                true);
    }

    private List<Ruling.Order> react(EventEnvelope<E> event) {
        EventEnvelope<Object> untyped = event.with(event.event());
        List<Ruling.Order> orders = new ArrayList<>();
        for (Reaction reaction : rules.reactions()) {
            for (Consequence consequence : reaction.on(untyped)) {
                orders.add(
                        new Ruling.Order(
                                reaction.name(), Limits.requireRecord(encode(consequence))));
            }
        }
        return orders;
    }

    private WireRecord encode(Consequence consequence) {
        return switch (consequence) {
            case Consequence.Work(var work) -> WorkCodec.encode(work, keys);
            case Consequence.Command(var command) ->
                    CommandCodec.encode(command, SOURCE, rules.keys().transport());
            case Consequence.Keep(var kept, var type) -> KeptCodec.encode(kept, type, keys);
        };
    }

    private Ruling.Order keep(CommandEnvelope<C> command, long sequence, Kept kept) {
        KeptEnvelope<Object> envelope =
                KeptEnvelope.because(command, kept.subject(), sequence, kept.value());
        return new Ruling.Order(
                rules.keptNode(),
                Limits.requireRecord(KeptCodec.encode(envelope, kept.value().getClass(), keys)));
    }

    private Optional<ObjectNode> represent(S state, Subject subject) {
        return decider.represent(state, subject)
                .map(resource -> representations.seal(resource, subject));
    }
}
