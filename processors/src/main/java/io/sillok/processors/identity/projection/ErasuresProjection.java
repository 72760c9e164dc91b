package io.sillok.processors.identity.projection;

import io.sillok.processors.engine.projection.LogRecord;
import io.sillok.processors.engine.projection.Projection;
import io.sillok.processors.engine.projection.Reading;
import io.sillok.processors.engine.projection.SubjectEvents;
import io.sillok.schemas.identity.Erasure;
import io.sillok.schemas.identity.ErasureEvent;
import io.sillok.schemas.identity.UserEvent.Erased;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.Headers;
import java.util.List;

/// One row per person who was erased: how far their erasure has come. It has the id of the person,
/// so what their account says and what the eraser says meet in one row.
final class ErasuresProjection implements Projection<Erasure> {

    private static final String ERASED = "io.sillok.identity.user-erased.v1";
    private static final SubjectEvents ACCOUNTS = new SubjectEvents("users");
    private static final SubjectEvents ERASURES = new SubjectEvents("erasures");

    @Override
    public String name() {
        return "erasures";
    }

    @Override
    public List<Topic> topics() {
        return List.of(Topics.IDENTITY_EVENTS);
    }

    @Override
    public Reading<Erasure> read(LogRecord record) {
        return isErased(record)
                ? ACCOUNTS.read(
                        record,
                        event ->
                                before ->
                                        Erasure.requested(
                                                before, event.with((Erased) event.event())))
                : ERASURES.read(
                        record,
                        event ->
                                before ->
                                        Erasure.evolve(
                                                before, event.with((ErasureEvent) event.event())));
    }

    private static boolean isErased(LogRecord record) {
        return record.record().header(Headers.TYPE).filter(ERASED::equals).isPresent();
    }
}
