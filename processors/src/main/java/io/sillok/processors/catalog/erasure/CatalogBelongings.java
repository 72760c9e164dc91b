package io.sillok.processors.catalog.erasure;

import io.sillok.platform.stores.Postgres;
import io.sillok.platform.stores.Search;
import io.sillok.processors.engine.erasure.Belongings;
import java.util.List;

/// Every view of the catalog in which something belongs to somebody.
public final class CatalogBelongings {

    private CatalogBelongings() {}

    public static List<Belongings> all(Postgres postgres, Search search) {
        Belongings materials = new MaterialBelongings(postgres);
        Belongings items = new ItemBelongings(postgres);
        Belongings posts = new PostBelongings(postgres);
        return List.of(
                materials,
                new DocumentBelongings(materials, search, "owner"),
                items,
                new DocumentBelongings(items, search, "owner"),
                posts,
                new DocumentBelongings(posts, search, "author"));
    }
}
