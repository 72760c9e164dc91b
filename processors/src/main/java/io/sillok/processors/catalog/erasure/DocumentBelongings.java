package io.sillok.processors.catalog.erasure;

import io.sillok.platform.stores.Search;
import io.sillok.processors.engine.erasure.Belongings;
import io.sillok.processors.engine.erasure.PersonDocuments;
import io.sillok.processors.engine.projection.ViewPosition;
import io.sillok.schemas.personal.UserId;

/// The search documents of what a person has. They go with the rows, by the same events.
///
/// @param rows the same things in Postgres
/// @param field of the documents that names whose they are
record DocumentBelongings(Belongings rows, Search search, String field) implements Belongings {

    @Override
    public String view() {
        return index() + "-search";
    }

    @Override
    public ViewPosition position() {
        return ViewPosition.inOpenSearch(search, view(), index());
    }

    /// A tombstone names nobody, so what is gone can only be told from the rows.
    @Override
    public Count count(UserId person) {
        long left = new PersonDocuments(search).count(person, index(), field);
        Count inRows = rows.count(person);
        return Count.of(Math.max(left, inRows.gone() + inRows.left()), left);
    }

    private String index() {
        return rows.view();
    }
}
