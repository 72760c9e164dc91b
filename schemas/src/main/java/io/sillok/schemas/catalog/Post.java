package io.sillok.schemas.catalog;

import io.sillok.schemas.envelope.EventEnvelope;
import java.time.Instant;
import java.util.Optional;

/// A post as it is now: the fold of its events, the resource that the APIs answer.
///
/// @param content clean HTML
/// @param author id of who wrote it
/// @param retracted taken back; nothing is left of what it said then
public record Post(
        PostId id,
        long version,
        String title,
        String content,
        String author,
        boolean retracted,
        Instant createdAt,
        Instant updatedAt) {

    /// The post after one more event. Pure; events at or below `before`'s version change nothing.
    ///
    /// @param before empty when `next` is its first event
    public static Post evolve(Optional<Post> before, EventEnvelope<PostEvent> next) {
        if (before.isPresent() && before.get().version() >= next.sequence()) {
            return before.get();
        }
        return switch (next.event()) {
            case PostEvent.Published(var id, var title, var content, var author) ->
                    new Post(
                            id,
                            next.sequence(),
                            title,
                            content,
                            author,
                            false,
                            next.time(),
                            next.time());
            case PostEvent.Edited(_, var title, var content) ->
                    before.orElseThrow().changed(next, title, content, false);
            case PostEvent.Retracted(_) -> before.orElseThrow().changed(next, "", "", true);
        };
    }

    private Post changed(
            EventEnvelope<?> by, String newTitle, String newContent, boolean nowRetracted) {
        return new Post(
                id,
                by.sequence(),
                newTitle,
                newContent,
                author,
                nowRetracted,
                createdAt,
                by.time());
    }
}
