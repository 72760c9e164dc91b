package io.sillok.processors.catalog.projection;

import io.sillok.processors.engine.projection.LogRecord;
import io.sillok.processors.engine.projection.Projection;
import io.sillok.processors.engine.projection.Reading;
import io.sillok.processors.engine.projection.SubjectEvents;
import io.sillok.schemas.catalog.Post;
import io.sillok.schemas.catalog.PostEvent;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import java.util.List;

/// One row per post, also when it is gone.
///
/// @param name `posts` in Postgres, `posts-search` in OpenSearch
record PostsProjection(String name) implements Projection<Post> {

    private static final SubjectEvents EVENTS = new SubjectEvents("posts");

    @Override
    public List<Topic> topics() {
        return List.of(Topics.CATALOG_EVENTS);
    }

    @Override
    public Reading<Post> read(LogRecord record) {
        return EVENTS.read(
                record,
                event -> before -> Post.evolve(before, event.with((PostEvent) event.event())));
    }
}
