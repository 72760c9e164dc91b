package io.sillok.processors.bookings.projection;

import io.sillok.processors.engine.projection.LogRecord;
import io.sillok.processors.engine.projection.Projection;
import io.sillok.processors.engine.projection.Reading;
import io.sillok.processors.engine.projection.SubjectEvents;
import io.sillok.schemas.bookings.TalentEvent;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import java.util.List;

/// One document per talent. It reads the events without keys: what is personal in them is not for
/// the index.
final class FindableTalentsProjection implements Projection<FindableTalent> {

    private static final SubjectEvents EVENTS = new SubjectEvents("models");

    @Override
    public String name() {
        return "talents-search";
    }

    @Override
    public List<Topic> topics() {
        return List.of(Topics.BOOKINGS_EVENTS);
    }

    @Override
    public Reading<FindableTalent> read(LogRecord record) {
        return EVENTS.read(
                record,
                event ->
                        before ->
                                FindableTalent.evolve(
                                        before, event.with((TalentEvent) event.event())));
    }
}
