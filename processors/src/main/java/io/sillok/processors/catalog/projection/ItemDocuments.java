package io.sillok.processors.catalog.projection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.processors.engine.projection.Findable;
import io.sillok.processors.engine.projection.SearchDocuments;
import io.sillok.schemas.catalog.Item;

/// Items as they can be found; a removed one as a tombstone.
final class ItemDocuments implements SearchDocuments<Item> {

    private static final String TYPE = "item";

    @Override
    public Class<Item> type() {
        return Item.class;
    }

    @Override
    public long version(Item item) {
        return item.version();
    }

    @Override
    public Rendering render(Item item) {
        return new Rendering.Fields(
                item.removed()
                        ? Findable.tombstone(TYPE, item.createdAt(), item.updatedAt())
                        : findable(item));
    }

    private static ObjectNode findable(Item item) {
        return Findable.of(TYPE, item.title(), item.createdAt(), item.updatedAt())
                .with("description", item.description())
                .with("price", item.price().value())
                .with("currency", item.price().currency())
                .with("owner", item.owner())
                .document();
    }
}
