package io.sillok.processors.catalog;

import io.sillok.processors.engine.Decider;
import io.sillok.processors.engine.Decision;
import io.sillok.processors.engine.References;
import io.sillok.processors.engine.claims.Claim;
import io.sillok.schemas.catalog.Category;
import io.sillok.schemas.catalog.CategoryCommand;
import io.sillok.schemas.catalog.CategoryCommand.Archive;
import io.sillok.schemas.catalog.CategoryCommand.Create;
import io.sillok.schemas.catalog.CategoryCommand.Rename;
import io.sillok.schemas.catalog.CategoryEvent;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.catalog.CategoryResource;
import io.sillok.schemas.claims.ClaimKind;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.util.List;
import java.util.Optional;

/// The rules of categories: curators write them, names are unique among those in use, by claims.
final class CategoryDecider implements Decider<CategoryCommand, CategoryState, CategoryEvent> {

    private static final int NAME_LENGTH = 100;
    private static final ClaimKind NAME = new ClaimKind("category-name");
    private static final Problem NAME_TAKEN =
            Problem.of(ErrorCode.E4008, "category-name-taken", "Another category has this name.");

    @Override
    public Class<CategoryCommand> commands() {
        return CategoryCommand.class;
    }

    @Override
    public Class<CategoryState> states() {
        return CategoryState.class;
    }

    @Override
    public Class<CategoryEvent> events() {
        return CategoryEvent.class;
    }

    @Override
    public CategoryState initial() {
        return CategoryState.NONE;
    }

    @Override
    public Decision<CategoryEvent> decide(
            CategoryState state, CommandEnvelope<CategoryCommand> command, References references) {
        if (!command.actor().curates()) {
            return Decision.reject(
                    ErrorCode.E4005, "curator-required", "Only an editor or an admin may do this.");
        }
        return switch (command.command()) {
            case Create(var id, var name) -> create(state, id, name);
            case Rename(var id, var name) -> rename(state, id, name);
            case Archive(var id) -> archive(state, id);
        };
    }

    @Override
    public CategoryState evolve(CategoryState state, EventEnvelope<CategoryEvent> event) {
        return new CategoryState(Optional.of(Category.evolve(state.category(), event)));
    }

    @Override
    public Subject subject(CategoryEvent event) {
        return event.category().subject();
    }

    /// The name, while the category is in use.
    @Override
    public List<Claim> claims(CategoryState state) {
        return state.inUse().stream()
                .map(category -> Claim.ofName(NAME, category.name(), NAME_TAKEN))
                .toList();
    }

    @Override
    public Optional<Object> represent(CategoryState state, Subject subject) {
        return state.category().map(CategoryResource::of);
    }

    private static Decision<CategoryEvent> create(CategoryState state, CategoryId id, String name) {
        if (state.category().isPresent()) {
            return Decision.reject(
                    ErrorCode.E4008, "category-exists", "There is a category with this id.");
        }
        return named(name, new CategoryEvent.Created(id, name));
    }

    private static Decision<CategoryEvent> rename(CategoryState state, CategoryId id, String name) {
        Optional<Category> category = state.inUse();
        if (category.isEmpty()) {
            return notFound();
        }
        if (category.get().name().equals(name)) {
            return Decision.unchanged();
        }
        return named(name, new CategoryEvent.Renamed(id, name));
    }

    private static Decision<CategoryEvent> archive(CategoryState state, CategoryId id) {
        if (state.inUse().isEmpty()) {
            return notFound();
        }
        return Decision.accept(new CategoryEvent.Archived(id));
    }

    private static Decision<CategoryEvent> named(String name, CategoryEvent event) {
        if (!TextLength.within(name, 1, NAME_LENGTH)) {
            return Decision.reject(
                    ErrorCode.E4001, "name-length", "A name has 1 to 100 characters.");
        }
        return Decision.accept(event);
    }

    private static Decision<CategoryEvent> notFound() {
        return Decision.reject(
                ErrorCode.E4007, "category-not-found", "There is no such category in use.");
    }
}
