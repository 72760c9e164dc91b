package io.sillok.processors.catalog;

import io.sillok.processors.engine.Decider;
import io.sillok.processors.engine.Decision;
import io.sillok.processors.engine.References;
import io.sillok.schemas.catalog.Post;
import io.sillok.schemas.catalog.PostCommand;
import io.sillok.schemas.catalog.PostCommand.Edit;
import io.sillok.schemas.catalog.PostCommand.Publish;
import io.sillok.schemas.catalog.PostCommand.Retract;
import io.sillok.schemas.catalog.PostEvent;
import io.sillok.schemas.catalog.PostResource;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.problems.ErrorCode;
import java.util.Optional;

/// The rules of posts: anyone may publish, only the author and administrators change a post, and
/// what is published is clean, whoever sent it.
final class PostDecider implements Decider<PostCommand, PostState, PostEvent> {

    private static final int TITLE_LENGTH = 200;
    private static final int CONTENT_LENGTH = 50_000;

    @Override
    public Class<PostCommand> commands() {
        return PostCommand.class;
    }

    @Override
    public Class<PostState> states() {
        return PostState.class;
    }

    @Override
    public Class<PostEvent> events() {
        return PostEvent.class;
    }

    @Override
    public PostState initial() {
        return PostState.NONE;
    }

    @Override
    public Decision<PostEvent> decide(
            PostState state, CommandEnvelope<PostCommand> command, References references) {
        Actor actor = command.actor();
        return switch (command.command()) {
            case Publish publish -> publish(state, publish, actor);
            case Edit edit -> edit(state, edit, actor);
            case Retract(var id) ->
                    refuseWriter(state, actor)
                            .orElseGet(() -> Decision.accept(new PostEvent.Retracted(id)));
        };
    }

    @Override
    public PostState evolve(PostState state, EventEnvelope<PostEvent> event) {
        return new PostState(Optional.of(Post.evolve(state.post(), event)));
    }

    @Override
    public Subject subject(PostEvent event) {
        return event.post().subject();
    }

    @Override
    public Optional<Object> represent(PostState state, Subject subject) {
        return state.post().map(PostResource::of);
    }

    private static Decision<PostEvent> publish(PostState state, Publish command, Actor actor) {
        if (state.post().isPresent()) {
            return Decision.reject(ErrorCode.E4008, "post-exists", "There is a post with this id.");
        }
        return refuseTyped(command.title(), command.content())
                .orElseGet(() -> published(command, CleanHtml.of(command.content()), actor));
    }

    private static Decision<PostEvent> published(Publish command, String clean, Actor actor) {
        return refuseClean(clean)
                .orElseGet(
                        () ->
                                Decision.accept(
                                        new PostEvent.Published(
                                                command.post(),
                                                command.title(),
                                                clean,
                                                actor.id())));
    }

    private static Decision<PostEvent> edit(PostState state, Edit command, Actor actor) {
        return refuseWriter(state, actor)
                .or(() -> refuseTyped(command.title(), command.content()))
                .orElseGet(
                        () ->
                                edited(
                                        state.standing().orElseThrow(),
                                        command,
                                        CleanHtml.of(command.content())));
    }

    private static Decision<PostEvent> edited(Post post, Edit command, String clean) {
        if (post.title().equals(command.title()) && post.content().equals(clean)) {
            return Decision.unchanged();
        }
        return refuseClean(clean)
                .orElseGet(
                        () ->
                                Decision.accept(
                                        new PostEvent.Edited(
                                                command.post(), command.title(), clean)));
    }

    private static Optional<Decision<PostEvent>> refuseTyped(String title, String content) {
        if (!TextLength.within(title, 1, TITLE_LENGTH)) {
            return refuse(ErrorCode.E4001, "title-length", "A title has 1 to 200 characters.");
        }
        return refuseLength(content);
    }

    /// Cleaning can make a text longer: characters are escaped, and an unclosed tag is closed and
    /// opened again in every paragraph.
    private static Optional<Decision<PostEvent>> refuseClean(String clean) {
        if (CleanHtml.isBlank(clean)) {
            return refuse(
                    ErrorCode.E4001, "content-blank", "Nothing is left of the content to read.");
        }
        return refuseLength(clean);
    }

    private static Optional<Decision<PostEvent>> refuseLength(String content) {
        return TextLength.within(content, 1, CONTENT_LENGTH)
                ? Optional.empty()
                : refuse(
                        ErrorCode.E4001,
                        "content-length",
                        "Content has 1 to 50,000 characters, also once it is cleaned.");
    }

    private static Optional<Decision<PostEvent>> refuseWriter(PostState state, Actor actor) {
        Optional<Post> post = state.standing();
        if (post.isEmpty()) {
            return refuse(ErrorCode.E4007, "post-not-found", "There is no such post.");
        }
        if (!actor.has(Role.ADMIN) && !post.get().author().equals(actor.id())) {
            return refuse(
                    ErrorCode.E4005, "author-required", "Only its author or an admin may do this.");
        }
        return Optional.empty();
    }

    private static Optional<Decision<PostEvent>> refuse(
            ErrorCode code, String reason, String detail) {
        return Optional.of(Decision.reject(code, reason, detail));
    }
}
