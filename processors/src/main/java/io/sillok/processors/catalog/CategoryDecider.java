package io.sillok.processors.catalog;

import io.sillok.processors.engine.Decider;
import io.sillok.processors.engine.Decision;
import io.sillok.processors.engine.References;
import io.sillok.schemas.catalog.Category;
import io.sillok.schemas.catalog.CategoryCommand;
import io.sillok.schemas.catalog.CategoryCommand.Archive;
import io.sillok.schemas.catalog.CategoryCommand.Create;
import io.sillok.schemas.catalog.CategoryCommand.Rename;
import io.sillok.schemas.catalog.CategoryEvent;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.catalog.CategoryResource;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.problems.ErrorCode;
import java.util.Optional;

/// The rules of categories: curators write them, names are unique among those in use.
final class CategoryDecider implements Decider<CategoryCommand, CategoryDirectory, CategoryEvent> {

    private static final int NAME_LENGTH = 100;

    @Override
    public Class<CategoryCommand> commands() {
        return CategoryCommand.class;
    }

    @Override
    public Class<CategoryDirectory> states() {
        return CategoryDirectory.class;
    }

    @Override
    public Class<CategoryEvent> events() {
        return CategoryEvent.class;
    }

    @Override
    public CategoryDirectory initial() {
        return CategoryDirectory.EMPTY;
    }

    @Override
    public Decision<CategoryEvent> decide(
            CategoryDirectory directory,
            CommandEnvelope<CategoryCommand> command,
            References references) {
        if (!command.actor().curates()) {
            return Decision.reject(
                    ErrorCode.E4005, "curator-required", "Only an editor or an admin may do this.");
        }
        return switch (command.command()) {
            case Create(var id, var name) -> create(directory, id, name);
            case Rename(var id, var name) -> rename(directory, id, name);
            case Archive(var id) -> archive(directory, id);
        };
    }

    @Override
    public CategoryDirectory evolve(CategoryDirectory state, EventEnvelope<CategoryEvent> event) {
        return state.evolve(event);
    }

    @Override
    public Subject subject(CategoryEvent event) {
        return event.category().subject();
    }

    @Override
    public Optional<Object> represent(CategoryDirectory directory, Subject subject) {
        return directory.find(new CategoryId(subject.id())).map(CategoryResource::of);
    }

    private static Decision<CategoryEvent> create(
            CategoryDirectory directory, CategoryId id, String name) {
        if (directory.find(id).isPresent()) {
            return Decision.reject(
                    ErrorCode.E4008, "category-exists", "There is a category with this id.");
        }
        return named(directory, id, name, new CategoryEvent.Created(id, name));
    }

    private static Decision<CategoryEvent> rename(
            CategoryDirectory directory, CategoryId id, String name) {
        Optional<Category> category = inUse(directory, id);
        if (category.isEmpty()) {
            return notFound();
        }
        if (category.get().name().equals(name)) {
            return Decision.unchanged();
        }
        return named(directory, id, name, new CategoryEvent.Renamed(id, name));
    }

    private static Decision<CategoryEvent> archive(CategoryDirectory directory, CategoryId id) {
        if (inUse(directory, id).isEmpty()) {
            return notFound();
        }
        return Decision.accept(new CategoryEvent.Archived(id));
    }

    private static Decision<CategoryEvent> named(
            CategoryDirectory directory, CategoryId id, String name, CategoryEvent event) {
        if (!TextLength.within(name, 1, NAME_LENGTH)) {
            return Decision.reject(
                    ErrorCode.E4001, "name-length", "A name has 1 to 100 characters.");
        }
        if (directory.isTaken(name, id)) {
            return Decision.reject(
                    ErrorCode.E4008, "category-name-taken", "Another category has this name.");
        }
        return Decision.accept(event);
    }

    private static Optional<Category> inUse(CategoryDirectory directory, CategoryId id) {
        return directory.find(id).filter(category -> !category.archived());
    }

    private static Decision<CategoryEvent> notFound() {
        return Decision.reject(
                ErrorCode.E4007, "category-not-found", "There is no such category in use.");
    }
}
