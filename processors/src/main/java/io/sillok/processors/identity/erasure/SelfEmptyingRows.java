package io.sillok.processors.identity.erasure;

import io.sillok.platform.stores.Postgres;
import io.sillok.processors.engine.erasure.Belongings;
import io.sillok.processors.engine.erasure.PersonRows;
import io.sillok.processors.engine.projection.ViewPosition;
import io.sillok.schemas.personal.UserId;

/// Rows that are emptied by what follows from the end of an account.
///
/// @param count query for `:person`: how many rows there are in `total`, and how many of them show
///   something in `rest`
record SelfEmptyingRows(String view, Postgres postgres, String count) implements Belongings {

    @Override
    public ViewPosition position() {
        return ViewPosition.inPostgres(postgres, view);
    }

    @Override
    public Count count(UserId person) {
        return new PersonRows(postgres).count(person, count);
    }
}
