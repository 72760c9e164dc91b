package io.sillok.processors.identity.erasure;

import io.sillok.processors.engine.Consequence;
import io.sillok.processors.engine.Reaction;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.WorkEnvelope;
import io.sillok.schemas.identity.ErasureEvent;
import io.sillok.schemas.identity.ErasureWork;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import java.util.List;

/// An erasure that goes on is another work for the eraser: what became of the one before it does
/// not matter, each begins anew.
public final class WhenErasureResumedThenGoOn implements Reaction {

    @Override
    public String name() {
        return "when-erasure-resumed-then-go-on";
    }

    @Override
    public Topic topic() {
        return Topics.WORK_ERASURES;
    }

    @Override
    public List<Consequence> on(EventEnvelope<Object> event) {
        return event.event() instanceof ErasureEvent.Resumed(var user)
                ? List.of(
                        new Consequence.Work(
                                WorkEnvelope.because(event, "erase", new ErasureWork(user))))
                : List.of();
    }
}
