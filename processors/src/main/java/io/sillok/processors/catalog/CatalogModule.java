package io.sillok.processors.catalog;

import io.sillok.processors.catalog.scan.WhenMaterialReceivedThenScan;
import io.sillok.processors.engine.DecidingContext;
import io.sillok.schemas.topics.Topics;
import java.util.List;

/// The catalog's table of contents: what it decides, what follows from its events.
public final class CatalogModule {

    private CatalogModule() {}

    /// Its rules.
    public static DecidingContext decides() {
        return new DecidingContext(
                "catalog",
                Topics.CATALOG_COMMANDS,
                Topics.CATALOG_EVENTS,
                List.of(
                        new CategoryDecider(),
                        new MaterialDecider(),
                        new ItemDecider(),
                        new PostDecider()),
                List.of(new WhenMaterialReceivedThenScan()),
                new CatalogReferences());
    }
}
