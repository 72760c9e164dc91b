package io.sillok.schemas.catalog;

/// What can be asked of a post. Content comes as its author typed it.
public sealed interface PostCommand {

    PostId post();

    /// Say something new; the sender becomes its author.
    record Publish(PostId post, String title, String content) implements PostCommand {}

    /// Replace title and content.
    record Edit(PostId post, String title, String content) implements PostCommand {}

    /// Take it back.
    record Retract(PostId post) implements PostCommand {}
}
