package io.sillok.processors.engine;

import io.sillok.schemas.catalog.CategoryCommand;
import io.sillok.schemas.catalog.CategoryEvent;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.personal.AboutPerson;
import io.sillok.schemas.personal.Personal;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.topics.Topics;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A decider that treats categories as if they were persons, so that its state and what it shows
/// hold personal data.
final class MembersDecider
        implements Decider<CategoryCommand, MembersDecider.Member, CategoryEvent> {

    static final DecidingContext CONTEXT =
            new DecidingContext(
                    "naming",
                    Topics.CATALOG_COMMANDS,
                    Topics.CATALOG_EVENTS,
                    List.of(new MembersDecider()),
                    List.of(),
                    _ -> List.of());

    /// Nobody, until there is a name.
    record Member(UserId person, @Personal Optional<String> name) implements AboutPerson {}

    /// Whom a category stands for.
    static UserId person(CategoryId id) {
        return new UserId(id.value());
    }

    @Override
    public Class<CategoryCommand> commands() {
        return CategoryCommand.class;
    }

    @Override
    public Class<Member> states() {
        return Member.class;
    }

    @Override
    public Class<CategoryEvent> events() {
        return CategoryEvent.class;
    }

    @Override
    public Member initial() {
        return new Member(new UserId(new UUID(0, 0)), Optional.empty());
    }

    @Override
    public Decision<CategoryEvent> decide(
            Member state, CommandEnvelope<CategoryCommand> command, References references) {
        return switch (command.command()) {
            case CategoryCommand.Create(var id, var name) ->
                    Decision.accept(new CategoryEvent.Created(id, name));
            case CategoryCommand.Rename(var id, var name) ->
                    state.name().filter(name::equals).isPresent()
                            ? Decision.unchanged()
                            : Decision.accept(new CategoryEvent.Renamed(id, name));
            case CategoryCommand.Archive(var id) -> Decision.accept(new CategoryEvent.Archived(id));
        };
    }

    @Override
    public Member evolve(Member state, EventEnvelope<CategoryEvent> event) {
        UserId person = person(event.event().category());
        return switch (event.event()) {
            case CategoryEvent.Created(_, var name) -> new Member(person, Optional.of(name));
            case CategoryEvent.Renamed(_, var name) -> new Member(person, Optional.of(name));
            case CategoryEvent.Archived(_) -> state;
        };
    }

    @Override
    public Subject subject(CategoryEvent event) {
        return event.category().subject();
    }

    @Override
    public Optional<Object> represent(Member state, Subject subject) {
        return Optional.of(state);
    }
}
