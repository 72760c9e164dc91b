package io.sillok.processors.generation;

import io.sillok.processors.engine.Consequence;
import io.sillok.processors.engine.Reaction;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.WorkEnvelope;
import io.sillok.schemas.generation.GenerateWork;
import io.sillok.schemas.generation.GenerationEvent;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import java.util.List;

/// Everything that is asked and not known yet is asked of a model.
public final class WhenGenerationRequestedThenGenerate implements Reaction {

    @Override
    public String name() {
        return "when-generation-requested-then-generate";
    }

    @Override
    public Topic topic() {
        return Topics.WORK_GENERATE;
    }

    @Override
    public List<Consequence> on(EventEnvelope<Object> event) {
        return event.event() instanceof GenerationEvent.Requested asked && !asked.cached()
                ? List.of(
                        new Consequence.Work(
                                WorkEnvelope.because(
                                        event,
                                        "generate",
                                        new GenerateWork(
                                                asked.generation(),
                                                asked.owner(),
                                                asked.streamed(),
                                                asked.prompt(),
                                                asked.instructions(),
                                                asked.parameters()))))
                : List.of();
    }
}
