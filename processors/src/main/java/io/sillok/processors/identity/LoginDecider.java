package io.sillok.processors.identity;

import io.sillok.processors.engine.Decider;
import io.sillok.processors.engine.Decision;
import io.sillok.processors.engine.References;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.identity.LoginCommand;
import io.sillok.schemas.identity.LoginCommand.Attempt;
import io.sillok.schemas.identity.LoginEvent;
import io.sillok.schemas.identity.LoginId;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The rules of signing in: five failures with one name within a quarter of an hour, and for a
/// quarter of an hour nobody signs in with it. The same for names that nobody has, so that nobody
/// learns who has one. Attempts are decided one after the other, so no number of them at once gets
/// past the fifth.
final class LoginDecider implements Decider<LoginCommand, LoginState, LoginEvent> {

    private static final int MOST_FAILURES = 5;
    private static final Duration LOCKED = Duration.ofMinutes(15);

    @Override
    public Class<LoginCommand> commands() {
        return LoginCommand.class;
    }

    @Override
    public Class<LoginState> states() {
        return LoginState.class;
    }

    @Override
    public Class<LoginEvent> events() {
        return LoginEvent.class;
    }

    @Override
    public LoginState initial() {
        return LoginState.NONE;
    }

    @Override
    public Decision<LoginEvent> decide(
            LoginState state, CommandEnvelope<LoginCommand> command, References references) {
        Instant now = command.time();
        Optional<Instant> locked = state.lockedUntil().filter(now::isBefore);
        if (locked.isPresent()) {
            return new Decision.Rejected<>(locked(Duration.between(now, locked.get())));
        }
        return switch (command.command()) {
            case Attempt(var login, var succeeded) ->
                    succeeded ? succeed(state, login) : fail(state, login, now);
        };
    }

    @Override
    public LoginState evolve(LoginState state, EventEnvelope<LoginEvent> event) {
        return state.after(event);
    }

    @Override
    public Subject subject(LoginEvent event) {
        return event.subject();
    }

    /// Nothing: no API answers what came of attempts.
    @Override
    public Optional<Object> represent(LoginState state, Subject subject) {
        return Optional.empty();
    }

    private static Decision<LoginEvent> succeed(LoginState state, LoginId login) {
        return state.isFresh()
                ? Decision.unchanged()
                : Decision.accept(new LoginEvent.Succeeded(login));
    }

    private static Decision<LoginEvent> fail(LoginState state, LoginId login, Instant now) {
        LoginEvent failed = new LoginEvent.Failed(login);
        return state.recent(now).size() + 1 < MOST_FAILURES
                ? Decision.accept(failed)
                : new Decision.Accepted<>(
                        List.of(failed, new LoginEvent.Locked(login, now.plus(LOCKED))));
    }

    private static Problem locked(Duration rest) {
        return new Problem(
                ErrorCode.E4004,
                "account-locked",
                "Signing in has failed too often; try again later.",
                List.of(),
                Optional.of(rest.plusSeconds(1).minusNanos(1).toSeconds()));
    }
}
