package io.sillok.processors.identity.projection;

import io.sillok.processors.engine.projection.LogRecord;
import io.sillok.processors.engine.projection.Projection;
import io.sillok.processors.engine.projection.Reading;
import io.sillok.processors.engine.projection.SubjectEvents;
import io.sillok.schemas.identity.Session;
import io.sillok.schemas.identity.SessionEvent;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import java.util.List;

/// One row per session.
final class SessionsProjection implements Projection<Session> {

    private static final SubjectEvents EVENTS = new SubjectEvents("sessions");

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public List<Topic> topics() {
        return List.of(Topics.IDENTITY_EVENTS);
    }

    @Override
    public Reading<Session> read(LogRecord record) {
        return EVENTS.read(
                record,
                event ->
                        before -> Session.evolve(before, event.with((SessionEvent) event.event())));
    }
}
