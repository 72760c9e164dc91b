package io.sillok.processors.engine.projection;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// The SQL of one projection's table. Stateless; the transaction is the caller's.
///
/// @param <S> a row
public interface PostgresRows<S> {

    /// The rows there are, by their id.
    Map<String, S> load(Handle handle, Set<String> ids);

    /// Writes whole rows; one that is there in a newer version stays.
    void save(Handle handle, List<S> rows);

    /// Every row in the order of its id. The caller closes the stream.
    Stream<S> all(Handle handle);
}
