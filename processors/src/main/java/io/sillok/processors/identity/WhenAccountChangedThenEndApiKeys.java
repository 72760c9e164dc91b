package io.sillok.processors.identity;

import io.sillok.processors.engine.Consequence;
import io.sillok.processors.engine.Reaction;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.identity.ApiKeyCommand;
import io.sillok.schemas.identity.ApiKeyCommand.Restrict;
import io.sillok.schemas.identity.EndReason;
import io.sillok.schemas.identity.UserEvent.Deactivated;
import io.sillok.schemas.identity.UserEvent.Erased;
import io.sillok.schemas.identity.UserEvent.Reactivated;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import java.util.List;

/// Who may do nothing any more, or is no more, has no API keys, and makes none.
final class WhenAccountChangedThenEndApiKeys implements Reaction {

    @Override
    public String name() {
        return "when-account-changed-then-end-api-keys";
    }

    @Override
    public Topic topic() {
        return Topics.IDENTITY_COMMANDS;
    }

    @Override
    public List<Consequence> on(EventEnvelope<Object> event) {
        return switch (event.event()) {
            case Deactivated(var user) -> restrict(event, user, true, EndReason.DEACTIVATED);
            case Reactivated(var user) -> restrict(event, user, false, EndReason.DEACTIVATED);
            case Erased(var user) -> restrict(event, user, true, EndReason.ERASED);
            default -> List.of();
        };
    }

    private List<Consequence> restrict(
            EventEnvelope<Object> event, UserId user, boolean barred, EndReason reason) {
        ApiKeyCommand command = new Restrict(user, barred, reason);
        return List.of(
                Consequence.command(event, name(), command.key(), command.subject(), command));
    }
}
