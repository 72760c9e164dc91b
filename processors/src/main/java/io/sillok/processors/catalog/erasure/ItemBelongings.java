package io.sillok.processors.catalog.erasure;

import io.sillok.platform.stores.Postgres;
import io.sillok.processors.engine.erasure.Belongings;
import io.sillok.processors.engine.erasure.PersonRows;
import io.sillok.processors.engine.erasure.Removal;
import io.sillok.processors.engine.projection.ViewPosition;
import io.sillok.schemas.catalog.ItemCommand;
import io.sillok.schemas.catalog.ItemId;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.topics.Topics;
import java.util.List;
import java.util.UUID;

/// The items that a person offers.
record ItemBelongings(Postgres postgres) implements Belongings {

    @Override
    public String view() {
        return "items";
    }

    @Override
    public ViewPosition position() {
        return ViewPosition.inPostgres(postgres, view());
    }

    @Override
    public Count count(UserId person) {
        return new PersonRows(postgres)
                .count(
                        person,
                        """
                        select count(*) as total, count(*) filter (where not removed) as rest
                          from items
                         where owner = cast(:person as text)
                        """);
    }

    @Override
    public List<Removal> removals(UserId person) {
        return new PersonRows(postgres)
                        .ids(
                                person,
                                """
                        select id
                          from items
                         where owner = cast(:person as text) and not removed
                         limit 500
                        """)
                        .stream()
                        .map(ItemBelongings::remove)
                        .toList();
    }

    private static Removal remove(UUID id) {
        ItemId item = new ItemId(id);
        return new Removal(
                Topics.CATALOG_COMMANDS,
                BoundaryKey.of(item.subject()),
                item.subject(),
                new ItemCommand.Remove(item));
    }
}
