package io.sillok.processors.identity.erasure;

import io.sillok.processors.engine.Decider;
import io.sillok.processors.engine.Decision;
import io.sillok.processors.engine.References;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.identity.ErasureCommand;
import io.sillok.schemas.identity.ErasureEvent;
import io.sillok.schemas.problems.ErrorCode;
import java.util.Optional;

/// The rules of erasures: only the platform reports on them, an erasure is concluded once, and only
/// when nothing is left.
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
        if (!command.actor().isSystem()) {
            return Decision.reject(
                    ErrorCode.E4005, "platform-required", "Only the platform itself may do this.");
        }
        if (state.concluded()) {
            return Decision.unchanged();
        }
        return switch (command.command()) {
            case ErasureCommand.Conclude(var user, var report) ->
                    report.complete()
                            ? Decision.accept(new ErasureEvent.Concluded(user, report))
                            : Decision.reject(
                                    ErrorCode.E4001,
                                    "erasure-incomplete",
                                    "Something of the person is left.");
            case ErasureCommand.Suspend(var user, var reason) ->
                    Decision.accept(new ErasureEvent.Suspended(user, reason));
        };
    }

    @Override
    public ErasureState evolve(ErasureState state, EventEnvelope<ErasureEvent> event) {
        return switch (event.event()) {
            case ErasureEvent.Concluded _ -> new ErasureState(true);
            case ErasureEvent.Suspended _ -> state;
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
}
