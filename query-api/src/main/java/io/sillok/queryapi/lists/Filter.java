package io.sillok.queryapi.lists;

import org.jdbi.v3.core.statement.Query;

/// Puts the values of a filter into a statement.
///
/// @param <F> all that a list can be filtered by
public interface Filter<F> {
    Query bind(Query statement, F filter);
}
