package io.sillok.schemas.catalog;

import io.sillok.schemas.envelope.Versioned;
import java.time.Instant;

/// A post as both APIs answer it.
///
/// @param version also its ETag
/// @param content HTML of `p br strong em u h1 h2 h3 ul ol li` without attributes
/// @param author id of who wrote it
public record PostResource(
        PostId id,
        long version,
        String title,
        String content,
        String author,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {

    public static PostResource of(Post post) {
        return new PostResource(
                post.id(),
                post.version(),
                post.title(),
                post.content(),
                post.author(),
                post.createdAt(),
                post.updatedAt());
    }
}
