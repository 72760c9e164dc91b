package io.sillok.schemas.wire;

import io.sillok.schemas.claims.ClaimAnswer;
import io.sillok.schemas.claims.ClaimCommand;
import io.sillok.schemas.claims.ClaimEvent;
import io.sillok.schemas.topics.Topics;
import java.util.List;

/// The messages of claims, which are a part of every context and stand on the topics of each.
final class ClaimMessages {

    static final List<MessageType<?>> ALL =
            List.of(
                    command("reserve-claim", ClaimCommand.Reserve.class),
                    command("confirm-claim", ClaimCommand.Confirm.class),
                    command("release-claim", ClaimCommand.Release.class),
                    command("answer-claim", ClaimAnswer.class),
                    event("claim-reserved", ClaimEvent.Reserved.class),
                    event("claim-confirmed", ClaimEvent.Confirmed.class),
                    event("claim-released", ClaimEvent.Released.class),
                    event("claim-expired", ClaimEvent.Expired.class));

    private ClaimMessages() {}

    private static <T> MessageType<T> command(String name, Class<T> javaType) {
        return new MessageType<>(Topics.COMMANDS, "claims", name, 1, javaType);
    }

    private static <T> MessageType<T> event(String name, Class<T> javaType) {
        return new MessageType<>(Topics.EVENTS, "claims", name, 1, javaType);
    }
}
