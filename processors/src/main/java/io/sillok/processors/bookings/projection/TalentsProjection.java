package io.sillok.processors.bookings.projection;

import io.sillok.processors.engine.projection.LogRecord;
import io.sillok.processors.engine.projection.Projection;
import io.sillok.processors.engine.projection.Reading;
import io.sillok.processors.engine.projection.SubjectEvents;
import io.sillok.schemas.bookings.Talent;
import io.sillok.schemas.bookings.TalentEvent;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import java.util.List;

/// One row per talent, withdrawn ones too.
final class TalentsProjection implements Projection<Talent> {

    private final SubjectEvents events;

    TalentsProjection(PersonKeys keys) {
        this.events = new SubjectEvents("models", keys);
    }

    @Override
    public String name() {
        return "talents";
    }

    @Override
    public List<Topic> topics() {
        return List.of(Topics.BOOKINGS_EVENTS);
    }

    @Override
    public Reading<Talent> read(LogRecord record) {
        return events.read(
                record,
                event -> before -> Talent.evolve(before, event.with((TalentEvent) event.event())));
    }
}
