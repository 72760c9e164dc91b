package io.sillok.processors.identity.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.processors.engine.Consequence;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Chain;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.identity.ErasureWork;
import io.sillok.schemas.identity.UserEvent;
import io.sillok.schemas.personal.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WhenUserErasedThenForgetThemTest {

    private static final UserId ADA = new UserId(new UUID(0, 7));

    private final WhenUserErasedThenForgetThem reaction = new WhenUserErasedThenForgetThem();

    @Test
    void asksForTheirErasureUnderAStableId() {
        var first = reaction.on(event(new UserEvent.Erased(ADA)));
        var second = reaction.on(event(new UserEvent.Erased(ADA)));

        assertThat(first)
                .singleElement()
                .isInstanceOfSatisfying(
                        Consequence.Work.class,
                        asked -> assertThat(asked.work().work()).isEqualTo(new ErasureWork(ADA)));
        assertThat(second).isEqualTo(first);
    }

    @Test
    void leavesOthersAlone() {
        assertThat(reaction.on(event(new UserEvent.Deactivated(ADA)))).isEmpty();
    }

    private static EventEnvelope<Object> event(UserEvent event) {
        return new EventEnvelope<>(
                new UUID(1, 2),
                BoundaryKey.of(ADA.subject()),
                ADA.subject(),
                4,
                Chain.START,
                Instant.EPOCH,
                ADA.toString(),
                new UUID(5, 6),
                new CommandId(new UUID(3, 4)),
                Optional.empty(),
                event);
    }
}
