package io.sillok.schemas.catalog;

/// What happened to a post. Content is clean: safe to be put into a page as it is.
public sealed interface PostEvent {

    PostId post();

    /// Something new was said.
    ///
    /// @param content HTML of `p br strong em u h1 h2 h3 ul ol li` without attributes
    /// @param author id of who wrote it
    record Published(PostId post, String title, String content, String author)
            implements PostEvent {}

    /// Title and content were replaced.
    ///
    /// @param content as in [Published]
    record Edited(PostId post, String title, String content) implements PostEvent {}

    record Retracted(PostId post) implements PostEvent {}
}
