package io.sillok.processors.identity.erasure;

import io.sillok.processors.engine.Decider;
import io.sillok.processors.engine.Decision;
import io.sillok.processors.engine.References;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.identity.ErasureCommand;
import io.sillok.schemas.identity.ErasureEvent;
import io.sillok.schemas.identity.ErasureReport;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.problems.ErrorCode;
import java.util.Optional;
import java.util.function.Supplier;

/// The rules of erasures: only the platform reports on them, an erasure is concluded once, and only
/// when nothing is left. What is suspended is resumed by the platform or by an administrator; what
/// was never begun by nobody, because the first thing that an eraser does is to destroy a key.
public final class ErasureDecider implements Decider<ErasureCommand, ErasureState, ErasureEvent> {

    @Override
    public Class<ErasureCommand> commands() {
        return ErasureCommand.class;
    }

    @Override
    public Class<ErasureState> states() {
        return ErasureState.class;
    }

    @Override
    public Class<ErasureEvent> events() {
        return ErasureEvent.class;
    }

    @Override
    public ErasureState initial() {
        return ErasureState.OPEN;
    }

    @Override
    public Decision<ErasureEvent> decide(
            ErasureState state, CommandEnvelope<ErasureCommand> command, References references) {
        return switch (command.command()) {
            case ErasureCommand.Conclude(var user, var report) ->
                    reported(state, command.actor(), () -> conclude(user, report));
            case ErasureCommand.Suspend(var user, var reason) ->
                    reported(state, command.actor(), () -> suspend(state, user, reason));
            case ErasureCommand.Resume(var user) -> resume(state, command.actor(), user);
        };
    }

    @Override
    public ErasureState evolve(ErasureState state, EventEnvelope<ErasureEvent> event) {
        return switch (event.event()) {
            case ErasureEvent.Concluded _ -> new ErasureState(true, Optional.empty());
            case ErasureEvent.Suspended(_, var reason) ->
                    new ErasureState(false, Optional.of(reason));
            case ErasureEvent.Resumed _ -> ErasureState.OPEN;
        };
    }

    @Override
    public Subject subject(ErasureEvent event) {
        return ErasureEvent.subject(event.user());
    }

    /// Nothing: nobody waits for these commands.
    @Override
    public Optional<Object> represent(ErasureState state, Subject subject) {
        return Optional.empty();
    }

    private static Decision<ErasureEvent> reported(
            ErasureState state, Actor actor, Supplier<Decision<ErasureEvent>> decision) {
        if (!actor.isSystem()) {
            return Decision.reject(
                    ErrorCode.E4005, "platform-required", "Only the platform itself may do this.");
        }
        return state.concluded() ? Decision.unchanged() : decision.get();
    }

    private static Decision<ErasureEvent> conclude(UserId user, ErasureReport report) {
        return report.complete()
                ? Decision.accept(new ErasureEvent.Concluded(user, report))
                : Decision.reject(
                        ErrorCode.E4001, "erasure-incomplete", "Something of the person is left.");
    }

    private static Decision<ErasureEvent> suspend(ErasureState state, UserId user, String reason) {
        return state.suspended().isPresent()
                ? Decision.unchanged()
                : Decision.accept(new ErasureEvent.Suspended(user, reason));
    }

    private static Decision<ErasureEvent> resume(ErasureState state, Actor actor, UserId user) {
        if (!actor.has(Role.ADMIN)) {
            return Decision.reject(
                    ErrorCode.E4005, "admin-required", "Only administrators may do this.");
        }
        return state.suspended().isPresent()
                ? Decision.accept(new ErasureEvent.Resumed(user))
                : Decision.reject(
                        ErrorCode.E4008,
                        "erasure-not-suspended",
                        "There is no erasure of this person that was suspended.");
    }
}
