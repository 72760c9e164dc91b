package io.sillok.processors.identity;

import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.identity.ApiKeyCommand;
import io.sillok.schemas.identity.LoginCommand;
import io.sillok.schemas.identity.SessionCommand;
import io.sillok.schemas.identity.UserCommand;
import io.sillok.schemas.personal.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/// Commands of identity as the API sends them, for whoever they are about.
public final class Requests {

    private Requests() {}

    public static CommandEnvelope<Object> of(UserCommand command) {
        return of(command.key(), command.subject(), as(command.user()), command);
    }

    public static CommandEnvelope<Object> of(SessionCommand command) {
        return of(command.key(), command.subject(), as(command.holder()), command);
    }

    public static CommandEnvelope<Object> of(LoginCommand command) {
        return of(command.key(), command.subject(), Actor.system("test"), command);
    }

    public static CommandEnvelope<Object> of(ApiKeyCommand command) {
        return of(command.key(), command.subject(), as(command.owner()), command);
    }

    /// The same for an administrator.
    public static CommandEnvelope<Object> ofAdmin(UserCommand command) {
        return of(command.key(), command.subject(), People.AS_ADMIN, command);
    }

    private static Actor as(UserId person) {
        return new Actor(person.toString(), Set.of(Role.USER));
    }

    private static CommandEnvelope<Object> of(
            BoundaryKey key, Subject subject, Actor actor, Object command) {
        UUID id = Ids.timeOrdered(Instant.now());
        return new CommandEnvelope<>(
                new CommandId(id),
                key,
                subject,
                Instant.now(),
                actor,
                id,
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                command);
    }
}
