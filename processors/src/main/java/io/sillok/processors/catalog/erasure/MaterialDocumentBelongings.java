package io.sillok.processors.catalog.erasure;

import io.sillok.platform.stores.Postgres;
import io.sillok.platform.stores.Search;
import io.sillok.processors.engine.erasure.Belongings;
import io.sillok.processors.engine.erasure.PersonDocuments;
import io.sillok.processors.engine.projection.ViewPosition;
import io.sillok.schemas.personal.UserId;

/// The search documents of a person's materials. They go with the rows, by the same events.
record MaterialDocumentBelongings(Postgres postgres, Search search) implements Belongings {

    private static final String INDEX = "materials";

    @Override
    public String view() {
        return "materials-search";
    }

    @Override
    public ViewPosition position() {
        return ViewPosition.inOpenSearch(search, view(), INDEX);
    }

    /// A tombstone names no owner, so what is gone can only be told from the rows.
    @Override
    public Count count(UserId person) {
        long left = new PersonDocuments(search).count(person, INDEX, "owner");
        Count rows = new MaterialBelongings(postgres).count(person);
        return Count.of(Math.max(left, rows.gone() + rows.left()), left);
    }
}
