package io.sillok.schemas.golden;

import static io.sillok.schemas.golden.Given.DESCRIPTION;
import static io.sillok.schemas.golden.Given.ITEM;

import io.sillok.schemas.catalog.ItemCommand;
import io.sillok.schemas.catalog.ItemEvent;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.money.Money;
import java.util.List;
import java.util.Optional;

/// Commands and events of items.
final class ItemSamples {

    private static final Subject SUBJECT = ITEM.subject();
    private static final BoundaryKey KEY = BoundaryKey.of(SUBJECT);
    private static final String TITLE = "에어팟 프로 🎧";
    private static final Money WON = new Money("359000", "KRW");
    private static final Money DOLLARS = new Money("249.90", "USD");
    private static final Optional<String> SAID = Optional.of(DESCRIPTION);

    private ItemSamples() {}

    static List<Sample> all() {
        return List.of(
                full(new ItemCommand.Create(ITEM, TITLE, SAID, WON)),
                bare(new ItemCommand.Create(ITEM, "Headphones", Optional.empty(), DOLLARS)),
                full(new ItemCommand.Change(ITEM, TITLE, SAID, DOLLARS)),
                bare(new ItemCommand.Change(ITEM, "Headphones", Optional.empty(), WON)),
                full(new ItemCommand.Remove(ITEM)),
                event("full", new ItemEvent.Created(ITEM, TITLE, SAID, WON, Given.EDITOR.id())),
                event(
                        "bare",
                        new ItemEvent.Created(
                                ITEM, "Headphones", Optional.empty(), WON, Given.EDITOR.id())),
                event("full", new ItemEvent.Changed(ITEM, TITLE, SAID, DOLLARS)),
                event("bare", new ItemEvent.Changed(ITEM, TITLE, Optional.empty(), WON)),
                event("full", new ItemEvent.Removed(ITEM)));
    }

    private static Sample full(ItemCommand command) {
        return Given.full("full", KEY, SUBJECT, command);
    }

    private static Sample bare(ItemCommand command) {
        return Given.bare("bare", KEY, SUBJECT, command);
    }

    private static Sample event(String name, ItemEvent event) {
        return Given.event(name, KEY, SUBJECT, event);
    }
}
