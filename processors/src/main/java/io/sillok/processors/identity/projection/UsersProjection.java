package io.sillok.processors.identity.projection;

import io.sillok.processors.engine.projection.LogRecord;
import io.sillok.processors.engine.projection.Projection;
import io.sillok.processors.engine.projection.Reading;
import io.sillok.processors.engine.projection.SubjectEvents;
import io.sillok.schemas.identity.User;
import io.sillok.schemas.identity.UserEvent;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import java.util.List;

/// One row per account. That of an erased person stays, empty.
final class UsersProjection implements Projection<User> {

    private final SubjectEvents events;

    UsersProjection(PersonKeys keys) {
        this.events = new SubjectEvents("users", keys);
    }

    @Override
    public String name() {
        return "users";
    }

    @Override
    public List<Topic> topics() {
        return List.of(Topics.IDENTITY_EVENTS);
    }

    @Override
    public Reading<User> read(LogRecord record) {
        return events.read(
                record,
                event -> before -> User.evolve(before, event.with((UserEvent) event.event())));
    }
}
