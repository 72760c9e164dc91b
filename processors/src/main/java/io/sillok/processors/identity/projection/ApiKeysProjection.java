package io.sillok.processors.identity.projection;

import io.sillok.processors.engine.projection.LogRecord;
import io.sillok.processors.engine.projection.Projection;
import io.sillok.processors.engine.projection.Reading;
import io.sillok.processors.engine.projection.SubjectEvents;
import io.sillok.processors.engine.projection.SubjectKept;
import io.sillok.schemas.identity.ApiKeyEvent;
import io.sillok.schemas.identity.ApiKeyId;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import java.util.List;

/// One row per API key, with the digest that it is checked against.
final class ApiKeysProjection implements Projection<KnownKey> {

    private final SubjectEvents events;
    private final SubjectKept credentials;

    ApiKeysProjection(PersonKeys keys) {
        this.events = new SubjectEvents("api-keys", keys);
        this.credentials = new SubjectKept("api-keys", keys);
    }

    @Override
    public String name() {
        return "api-keys";
    }

    @Override
    public List<Topic> topics() {
        return List.of(Topics.IDENTITY_EVENTS, Topics.IDENTITY_CREDENTIALS);
    }

    @Override
    public Reading<KnownKey> read(LogRecord record) {
        return record.topic().equals(Topics.IDENTITY_CREDENTIALS)
                ? credentials.read(
                        record,
                        kept ->
                                before ->
                                        KnownKey.kept(
                                                before, new ApiKeyId(kept.subject().id()), kept))
                : events.read(
                        record,
                        event ->
                                before ->
                                        KnownKey.after(
                                                before,
                                                new ApiKeyId(event.subject().id()),
                                                event.with((ApiKeyEvent) event.event())));
    }
}
