package io.sillok.processors.identity.projection;

import io.sillok.processors.engine.projection.LogRecord;
import io.sillok.processors.engine.projection.Projection;
import io.sillok.processors.engine.projection.Reading;
import io.sillok.processors.engine.projection.SubjectEvents;
import io.sillok.processors.engine.projection.SubjectKept;
import io.sillok.schemas.identity.UserEvent;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import java.util.List;

/// The credential directory: one row per account, with what signing in takes.
final class CredentialsProjection implements Projection<DirectoryEntry> {

    private final SubjectEvents events;
    private final SubjectKept credentials;

    CredentialsProjection(PersonKeys keys) {
        this.events = new SubjectEvents("users", keys);
        this.credentials = new SubjectKept("users", keys);
    }

    @Override
    public String name() {
        return "credentials";
    }

    @Override
    public List<Topic> topics() {
        return List.of(Topics.IDENTITY_EVENTS, Topics.IDENTITY_CREDENTIALS);
    }

    @Override
    public Reading<DirectoryEntry> read(LogRecord record) {
        return record.topic().equals(Topics.IDENTITY_CREDENTIALS)
                ? credentials.read(
                        record,
                        kept ->
                                before ->
                                        DirectoryEntry.kept(
                                                before, new UserId(kept.subject().id()), kept))
                : events.read(
                        record,
                        event ->
                                before ->
                                        DirectoryEntry.after(
                                                before,
                                                new UserId(event.subject().id()),
                                                event.with((UserEvent) event.event())));
    }
}
