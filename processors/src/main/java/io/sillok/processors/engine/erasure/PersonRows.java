package io.sillok.processors.engine.erasure;

import io.sillok.platform.stores.Postgres;
import io.sillok.processors.engine.erasure.Belongings.Count;
import io.sillok.schemas.personal.UserId;
import java.util.List;
import java.util.UUID;

/// Looks for rows of a person. Thread-safe.
public record PersonRows(Postgres postgres) {

    /// How many rows there are.
    ///
    /// @param query for `:person`, answers one row: `total`, and `rest`, how many still show
    ///   something
    public Count count(UserId person, String query) {
        return postgres.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(query)
                                        .bind("person", person.value())
                                        .map(
                                                (row, _) ->
                                                        Count.of(
                                                                row.getLong("total"),
                                                                row.getLong("rest")))
                                        .one());
    }

    /// The ids of rows.
    ///
    /// @param query for `:person`, answers one column
    public List<UUID> ids(UserId person, String query) {
        return list(person, query, UUID.class);
    }

    /// One column of rows.
    ///
    /// @param query for `:person`, answers one column
    public <T> List<T> list(UserId person, String query, Class<T> type) {
        return postgres.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(query)
                                        .bind("person", person.value())
                                        .mapTo(type)
                                        .list());
    }
}
