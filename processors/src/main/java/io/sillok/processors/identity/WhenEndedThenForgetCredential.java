package io.sillok.processors.identity;

import io.sillok.processors.engine.Consequence;
import io.sillok.processors.engine.Reaction;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.identity.ApiKeyEvent;
import io.sillok.schemas.identity.Credential;
import io.sillok.schemas.identity.SessionEvent;
import io.sillok.schemas.identity.UserEvent;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import java.util.List;

/// What nothing can be proved with any more is not kept.
final class WhenEndedThenForgetCredential implements Reaction {

    @Override
    public String name() {
        return "when-ended-then-forget-credential";
    }

    @Override
    public Topic topic() {
        return Topics.IDENTITY_CREDENTIALS;
    }

    @Override
    public List<Consequence> on(EventEnvelope<Object> event) {
        return switch (event.event()) {
            case UserEvent.Erased _ ->
                    List.of(Consequence.forget(event, Credential.Password.class));
            case SessionEvent.Ended _ ->
                    List.of(Consequence.forget(event, Credential.SessionDigest.class));
            case ApiKeyEvent.Revoked _ ->
                    List.of(Consequence.forget(event, Credential.ApiKeyDigest.class));
            default -> List.of();
        };
    }
}
