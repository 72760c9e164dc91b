package io.sillok.queryapi.consistency;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Something that reads are answered from: a projection, the store it is kept in and the topics it
/// follows.
public enum View {
    CATEGORIES("categories", Store.POSTGRES),
    MATERIALS("materials", Store.POSTGRES),
    TALENTS("talents", Store.POSTGRES),
    BOOKINGS("bookings", Store.POSTGRES),
    ITEMS("items", Store.POSTGRES),
    POSTS("posts", Store.POSTGRES),
    COMMANDS("commands", Store.POSTGRES),
    USERS("users", Store.POSTGRES),
    API_KEYS("api-keys", Store.POSTGRES),
    ERASURES("erasures", Store.POSTGRES),
    GENERATIONS("generations", Store.POSTGRES),
    AGENTS("agents", Store.POSTGRES),
    BUDGETS("budgets", Store.POSTGRES),
    USAGE("generation-usage", Store.POSTGRES),
    MATERIALS_SEARCH("materials-search", Store.OPENSEARCH),
    ITEMS_SEARCH("items-search", Store.OPENSEARCH),
    POSTS_SEARCH("posts-search", Store.OPENSEARCH),
    TALENTS_SEARCH("talents-search", Store.OPENSEARCH);

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

    /// Those kept in one store.
    public static List<View> in(Store store) {
        return Stream.of(values()).filter(view -> view.store == store).toList();
    }

    /// The index, without namespace and version, that the documents of a view in OpenSearch are in.
    public String index() {
        return projection.replaceFirst("-search$", "");
    }

    public Set<Topic> topics() {
        return switch (this) {
            case CATEGORIES,
                    MATERIALS,
                    ITEMS,
                    POSTS,
                    MATERIALS_SEARCH,
                    ITEMS_SEARCH,
                    POSTS_SEARCH ->
                    Set.of(Topics.CATALOG_EVENTS);
            case COMMANDS ->
                    Stream.concat(Topics.COMMANDS.stream(), Topics.EVENTS.stream())
                            .collect(toUnmodifiableSet());
            case USERS, API_KEYS, ERASURES -> Set.of(Topics.IDENTITY_EVENTS);
            case TALENTS, BOOKINGS, TALENTS_SEARCH -> Set.of(Topics.BOOKINGS_EVENTS);
            case GENERATIONS, AGENTS, BUDGETS, USAGE -> Set.of(Topics.GENERATION_EVENTS);
        };
    }
}
