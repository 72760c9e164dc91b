package io.sillok.processors.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.platform.testkit.personal.Keyring;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Chain;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.wire.StateCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/// Tests a decider by example: `given(events).when(command).thenRecords(events)`.
///
/// Events are folded as the engine folds them: versions dense per subject, one second apart from
/// [#START]. After every step the state goes to JSON and back, as it does in the engine's store, so
/// that a state which does not survive that fails here. Immutable; each method answers a new one.
public final class DeciderFixture<C, S, E> {

    /// When the first event happened.
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /// Who acts unless [#by] says otherwise.
    public static final Actor ADMIN = new Actor("admin-1", Set.of(Role.USER, Role.ADMIN));

    private static final BoundaryKey KEY = new BoundaryKey("boundary");
    private static final Subject RESOURCE = new Subject("resources", Ids.named("resource"));

    private final Decider<C, S, E> decider;
    private final S state;
    private final Map<Subject, Long> versions;
    private final Map<String, String> references;
    private final Actor actor;
    private final int steps;

    private DeciderFixture(
            Decider<C, S, E> decider,
            S state,
            Map<Subject, Long> versions,
            Map<String, String> references,
            Actor actor,
            int steps) {
        this.decider = decider;
        this.state = state;
        this.versions = Map.copyOf(versions);
        this.references = Map.copyOf(references);
        this.actor = actor;
        this.steps = steps;
    }

    public static <C, S, E> DeciderFixture<C, S, E> of(Decider<C, S, E> decider) {
        return new DeciderFixture<>(decider, decider.initial(), Map.of(), Map.of(), ADMIN, 0);
    }

    /// After these events, in this order. May be called again to append.
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final DeciderFixture<C, S, E> given(E... events) {
        return after(List.of(events));
    }

    /// With this kept.
    public DeciderFixture<C, S, E> having(Kept kept) {
        S next = stored(decider.keep(state, kept));
        return new DeciderFixture<>(decider, next, versions, references, actor, steps);
    }

    /// With this soft reference known.
    public DeciderFixture<C, S, E> knowing(String name, String value) {
        Map<String, String> more = new HashMap<>(references);
        more.put(name, value);
        return new DeciderFixture<>(decider, state, versions, more, actor, steps);
    }

    /// So much later, in whole seconds, than the steps so far take.
    public DeciderFixture<C, S, E> later(Duration time) {
        int seconds = Math.toIntExact(time.toSeconds());
        return new DeciderFixture<>(decider, state, versions, references, actor, steps + seconds);
    }

    /// The command comes from this actor.
    public DeciderFixture<C, S, E> by(Actor sender) {
        return new DeciderFixture<>(decider, state, versions, references, sender, steps);
    }

    /// Decides the command. It never throws what the decider threw: the engine would settle it as
    /// an internal error, so it fails the test.
    public Then when(C command) {
        References known = name -> Optional.ofNullable(references.get(name));
        return new Then(decider.decide(state, envelope(command), known));
    }

    /// The state that the given events led to.
    public S state() {
        return state;
    }

    /// What came of the command.
    public final class Then {

        private final Decision<E> decision;

        private Then(Decision<E> decision) {
            this.decision = decision;
        }

        /// It was accepted, and exactly these events follow.
        @SafeVarargs
        @SuppressWarnings("varargs")
        public final void thenRecords(E... events) {
            List<E> accepted = accepted();
            assertThat(accepted).isEqualTo(List.of(events));
            assertThat(after(accepted).steps).isEqualTo(steps + events.length);
        }

        /// It was accepted, and exactly this is kept.
        public Then keeping(Kept... kept) {
            assertThat(kept()).isEqualTo(List.of(kept));
            return this;
        }

        /// The fixture with what was decided, to go on from there.
        public DeciderFixture<C, S, E> then() {
            DeciderFixture<C, S, E> after = after(accepted());
            for (Kept each : kept()) {
                after = after.having(each);
            }
            return after;
        }

        /// It was accepted, and nothing had to change.
        public void thenChangesNothing() {
            assertThat(accepted()).isEmpty();
        }

        /// It was refused with this reason.
        public void thenRejects(String reason) {
            assertThat(problem().reason()).isEqualTo(reason);
        }

        /// It was refused with this code and reason.
        public void thenRejects(ErrorCode code, String reason) {
            assertThat(problem().code()).isEqualTo(code);
            assertThat(problem().reason()).isEqualTo(reason);
        }

        /// The events it was accepted with, for what equality cannot say.
        public List<E> accepted() {
            return switch (decision) {
                case Decision.Accepted<E>(var events, _) -> events;
                case Decision.Rejected<E>(var problem) ->
                        throw new AssertionError("it was refused: " + problem);
            };
        }

        private List<Kept> kept() {
            return switch (decision) {
                case Decision.Accepted<E>(_, var kept) -> kept;
                case Decision.Rejected<E>(var problem) ->
                        throw new AssertionError("it was refused: " + problem);
            };
        }

        /// What it was refused with, for what code and reason cannot say.
        public Problem problem() {
            return switch (decision) {
                case Decision.Rejected<E>(var problem) -> problem;
                case Decision.Accepted<E>(var events, _) ->
                        throw new AssertionError("it was accepted: " + events);
            };
        }
    }

    private DeciderFixture<C, S, E> after(List<E> events) {
        DeciderFixture<C, S, E> after = this;
        for (E event : events) {
            after = after.after(event);
        }
        return after;
    }

    private DeciderFixture<C, S, E> after(E event) {
        Subject subject = decider.subject(event);
        long version = versions.getOrDefault(subject, 0L) + 1;
        S next = stored(decider.evolve(state, envelope(event, subject, version)));
        Map<Subject, Long> more = new HashMap<>(versions);
        more.put(subject, version);
        return new DeciderFixture<>(decider, next, more, references, actor, steps + 1);
    }

    private S stored(S next) {
        StateCodec<S> states = new StateCodec<>(decider.states(), new Keyring());
        S read = states.read(states.bytes(next));
        assertThat(read).as("the state after it went to JSON and back").isEqualTo(next);
        return read;
    }

    private EventEnvelope<E> envelope(E event, Subject subject, long version) {
        return new EventEnvelope<>(
                Ids.named(subject + "/" + version),
                KEY,
                subject,
                version,
                Chain.START,
                now(),
                actor.id(),
                id(),
                new CommandId(id()),
                Optional.empty(),
                event);
    }

    private CommandEnvelope<C> envelope(C command) {
        return new CommandEnvelope<>(
                new CommandId(id()),
                KEY,
                RESOURCE,
                now(),
                actor,
                id(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                command);
    }

    private Instant now() {
        return START.plus(Duration.ofSeconds(steps));
    }

    private UUID id() {
        return Ids.named("step/" + steps);
    }
}
