package io.sillok.processors.identity.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.processors.engine.Consequence;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Chain;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.identity.ErasureEvent;
import io.sillok.schemas.identity.ErasureWork;
import io.sillok.schemas.personal.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WhenErasureResumedThenGoOnTest {

    private static final UserId ADA = new UserId(new UUID(0, 7));

    private final WhenErasureResumedThenGoOn reaction = new WhenErasureResumedThenGoOn();

    @Test
    void asksForAnotherWorkEachTime() {
        Consequence.Work first = only(reaction.on(event(2, new ErasureEvent.Resumed(ADA))));
        Consequence.Work again = only(reaction.on(event(2, new ErasureEvent.Resumed(ADA))));
        Consequence.Work second = only(reaction.on(event(4, new ErasureEvent.Resumed(ADA))));

        assertThat(first.work().work()).isEqualTo(new ErasureWork(ADA));
        assertThat(again).isEqualTo(first);
        assertThat(second.work().id()).isNotEqualTo(first.work().id());
    }

    @Test
    void leavesTheRestAlone() {
        assertThat(reaction.on(event(1, new ErasureEvent.Suspended(ADA, "engine-away")))).isEmpty();
    }

    private static Consequence.Work only(List<Consequence> consequences) {
        assertThat(consequences).hasSize(1);
        return (Consequence.Work) consequences.getFirst();
    }

    private static EventEnvelope<Object> event(long sequence, ErasureEvent event) {
        return new EventEnvelope<>(
                new UUID(1, sequence),
                BoundaryKey.of(ErasureEvent.subject(ADA)),
                ErasureEvent.subject(ADA),
                sequence,
                Chain.START,
                Instant.EPOCH,
                ADA.toString(),
                new UUID(5, 6),
                new CommandId(new UUID(3, 4)),
                Optional.empty(),
                event);
    }
}
