package io.sillok.processors.catalog;

import io.sillok.schemas.catalog.Post;
import java.util.Optional;

/// What the decider of one post knows: the post, once there is one.
record PostState(Optional<Post> post) {

    static final PostState NONE = new PostState(Optional.empty());

    /// The post unless it was retracted.
    Optional<Post> standing() {
        return post.filter(found -> !found.retracted());
    }
}
