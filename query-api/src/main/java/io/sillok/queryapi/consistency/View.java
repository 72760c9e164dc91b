package io.sillok.queryapi.consistency;

import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import java.util.Set;

/// Something that reads are answered from: a projection, the store it is kept in and the topics it
/// follows.
public enum View {
    CATEGORIES("categories", Store.POSTGRES),
    MATERIALS("materials", Store.POSTGRES),
    COMMANDS("commands", Store.POSTGRES),
    MATERIALS_SEARCH("materials-search", Store.OPENSEARCH);

    /// Where a view is kept.
    public enum Store {
        POSTGRES,
        OPENSEARCH
    }

    private final String projection;
    private final Store store;

    View(String projection, Store store) {
        this.projection = projection;
        this.store = store;
    }

    public String projection() {
        return projection;
    }

    public Store store() {
        return store;
    }

    public Set<Topic> topics() {
        return switch (this) {
            case CATEGORIES, MATERIALS, MATERIALS_SEARCH -> Set.of(Topics.CATALOG_EVENTS);
            case COMMANDS -> Set.of(Topics.CATALOG_COMMANDS, Topics.CATALOG_EVENTS);
        };
    }
}
