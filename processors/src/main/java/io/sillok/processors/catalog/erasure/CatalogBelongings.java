package io.sillok.processors.catalog.erasure;

import io.sillok.platform.stores.Postgres;
import io.sillok.platform.stores.Search;
import io.sillok.processors.engine.erasure.Belongings;
import java.util.List;

/// Every view of the catalog in which something belongs to somebody.
public final class CatalogBelongings {

    private CatalogBelongings() {}

    public static List<Belongings> all(Postgres postgres, Search search) {
        return List.of(
                new MaterialBelongings(postgres), new MaterialDocumentBelongings(postgres, search));
    }
}
