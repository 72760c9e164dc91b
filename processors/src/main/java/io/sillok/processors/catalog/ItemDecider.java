package io.sillok.processors.catalog;

import io.sillok.processors.engine.Decider;
import io.sillok.processors.engine.Decision;
import io.sillok.processors.engine.References;
import io.sillok.schemas.catalog.Item;
import io.sillok.schemas.catalog.ItemCommand;
import io.sillok.schemas.catalog.ItemCommand.Change;
import io.sillok.schemas.catalog.ItemCommand.Create;
import io.sillok.schemas.catalog.ItemCommand.Remove;
import io.sillok.schemas.catalog.ItemEvent;
import io.sillok.schemas.catalog.ItemResource;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.money.Money;
import io.sillok.schemas.problems.ErrorCode;
import java.util.Optional;

/// The rules of items: anyone may offer one, only its owner and administrators change it, and
/// nothing is for free.
final class ItemDecider implements Decider<ItemCommand, ItemState, ItemEvent> {

    private static final int TITLE_LENGTH = 200;
    private static final int DESCRIPTION_LENGTH = 2_000;

    @Override
    public Class<ItemCommand> commands() {
        return ItemCommand.class;
    }

    @Override
    public Class<ItemState> states() {
        return ItemState.class;
    }

    @Override
    public Class<ItemEvent> events() {
        return ItemEvent.class;
    }

    @Override
    public ItemState initial() {
        return ItemState.NONE;
    }

    @Override
    public Decision<ItemEvent> decide(
            ItemState state, CommandEnvelope<ItemCommand> command, References references) {
        Actor actor = command.actor();
        return switch (command.command()) {
            case Create create -> create(state, create, actor);
            case Change change -> change(state, change, actor);
            case Remove(var id) ->
                    refuseWriter(state, actor)
                            .orElseGet(() -> Decision.accept(new ItemEvent.Removed(id)));
        };
    }

    @Override
    public ItemState evolve(ItemState state, EventEnvelope<ItemEvent> event) {
        return new ItemState(Optional.of(Item.evolve(state.item(), event)));
    }

    @Override
    public Subject subject(ItemEvent event) {
        return event.item().subject();
    }

    @Override
    public Optional<Object> represent(ItemState state, Subject subject) {
        return state.item().map(ItemResource::of);
    }

    private static Decision<ItemEvent> create(ItemState state, Create command, Actor actor) {
        if (state.item().isPresent()) {
            return Decision.reject(
                    ErrorCode.E4008, "item-exists", "There is an item with this id.");
        }
        return refuseContent(command.title(), command.description(), command.price())
                .orElseGet(
                        () ->
                                Decision.accept(
                                        new ItemEvent.Created(
                                                command.item(),
                                                command.title(),
                                                command.description(),
                                                command.price(),
                                                actor.id())));
    }

    private static Decision<ItemEvent> change(ItemState state, Change command, Actor actor) {
        return refuseWriter(state, actor)
                .or(() -> refuseContent(command.title(), command.description(), command.price()))
                .orElseGet(() -> changed(state.offered().orElseThrow(), command));
    }

    private static Decision<ItemEvent> changed(Item item, Change command) {
        boolean same =
                item.title().equals(command.title())
                        && item.description().equals(command.description())
                        && item.price().equals(command.price());
        if (same) {
            return Decision.unchanged();
        }
        return Decision.accept(
                new ItemEvent.Changed(
                        command.item(), command.title(), command.description(), command.price()));
    }

    private static Optional<Decision<ItemEvent>> refuseContent(
            String title, Optional<String> description, Money price) {
        if (!TextLength.within(title, 1, TITLE_LENGTH)) {
            return refuse(ErrorCode.E4001, "title-length", "A title has 1 to 200 characters.");
        }
        if (description
                .filter(text -> !TextLength.within(text, 0, DESCRIPTION_LENGTH))
                .isPresent()) {
            return refuse(
                    ErrorCode.E4001,
                    "description-length",
                    "A description has at most 2,000 characters.");
        }
        if (!price.isPositive()) {
            return refuse(ErrorCode.E4001, "price-not-positive", "A price is more than nothing.");
        }
        if (!Money.read(price.amount(), price.currency()).equals(Optional.of(price))) {
            return refuse(
                    ErrorCode.E4001,
                    "price-invalid",
                    "A price has the decimals of a currency that people pay with.");
        }
        return Optional.empty();
    }

    private static Optional<Decision<ItemEvent>> refuseWriter(ItemState state, Actor actor) {
        Optional<Item> item = state.offered();
        if (item.isEmpty()) {
            return refuse(ErrorCode.E4007, "item-not-found", "There is no such item.");
        }
        if (!actor.has(Role.ADMIN) && !item.get().owner().equals(actor.id())) {
            return refuse(
                    ErrorCode.E4005, "owner-required", "Only its owner or an admin may do this.");
        }
        return Optional.empty();
    }

    private static Optional<Decision<ItemEvent>> refuse(
            ErrorCode code, String reason, String detail) {
        return Optional.of(Decision.reject(code, reason, detail));
    }
}
