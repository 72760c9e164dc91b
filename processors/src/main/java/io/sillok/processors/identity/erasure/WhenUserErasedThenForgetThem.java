package io.sillok.processors.identity.erasure;

import io.sillok.processors.engine.Consequence;
import io.sillok.processors.engine.Reaction;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.WorkEnvelope;
import io.sillok.schemas.identity.ErasureWork;
import io.sillok.schemas.identity.UserEvent;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import java.util.List;

/// Of who is erased nothing is to be left anywhere.
public final class WhenUserErasedThenForgetThem implements Reaction {

    @Override
    public String name() {
        return "when-user-erased-then-forget-them";
    }

    @Override
    public Topic topic() {
        return Topics.WORK_ERASURES;
    }

    @Override
    public List<Consequence> on(EventEnvelope<Object> event) {
        return event.event() instanceof UserEvent.Erased(var user)
                ? List.of(
                        new Consequence.Work(
                                WorkEnvelope.because(event, "erase", new ErasureWork(user))))
                : List.of();
    }
}
