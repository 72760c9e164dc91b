package io.sillok.processors.identity;

import io.sillok.processors.engine.Consequence;
import io.sillok.processors.engine.Reaction;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.identity.EndReason;
import io.sillok.schemas.identity.SessionCommand;
import io.sillok.schemas.identity.SessionCommand.Restrict;
import io.sillok.schemas.identity.SessionId;
import io.sillok.schemas.identity.UserEvent;
import io.sillok.schemas.identity.UserEvent.Deactivated;
import io.sillok.schemas.identity.UserEvent.Erased;
import io.sillok.schemas.identity.UserEvent.PasswordChanged;
import io.sillok.schemas.identity.UserEvent.Reactivated;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import java.util.List;
import java.util.Optional;

/// Who has another password, may do nothing any more, or is no more, has no sessions from before.
/// Those that are being opened meanwhile are refused or end as well.
final class WhenAccountChangedThenEndSessions implements Reaction {

    @Override
    public String name() {
        return "when-account-changed-then-end-sessions";
    }

    @Override
    public Topic topic() {
        return Topics.IDENTITY_COMMANDS;
    }

    @Override
    public List<Consequence> on(EventEnvelope<Object> event) {
        if (!(event.event() instanceof UserEvent change)) {
            return List.of();
        }
        UserId user = change.user();
        return switch (change) {
            case PasswordChanged(_, var session) ->
                    restrict(event, user, false, EndReason.PASSWORD_CHANGED, session);
            case Deactivated _ ->
                    restrict(event, user, true, EndReason.DEACTIVATED, Optional.empty());
            case Reactivated _ ->
                    restrict(event, user, false, EndReason.DEACTIVATED, Optional.empty());
            case Erased _ -> restrict(event, user, true, EndReason.ERASED, Optional.empty());
            case UserEvent.Registered _,
                    UserEvent.ExternalLinked _,
                    UserEvent.DetailsChanged _,
                    UserEvent.ProfileChanged _,
                    UserEvent.PasswordRehashed _,
                    UserEvent.RolesChanged _ ->
                    List.of();
        };
    }

    private List<Consequence> restrict(
            EventEnvelope<Object> event,
            UserId user,
            boolean barred,
            EndReason reason,
            Optional<SessionId> except) {
        SessionCommand command = new Restrict(user, event.sequence(), barred, reason, except);
        return List.of(
                Consequence.command(event, name(), command.key(), command.subject(), command));
    }
}
