package io.sillok.processors.engine.projection;

import io.sillok.schemas.topics.Topic;
import java.util.List;

/// How one view follows the log: which topics it reads and what a record does to a row. Pure: no
/// store, no clock. Nothing but rows may ever come of it.
///
/// @param <S> a row
public interface Projection<S> {

    /// Kebab-case, without the version.
    String name();

    List<Topic> topics();

    Reading<S> read(LogRecord record);

    /// Whether a record ends what its row was: after it, it does not matter what an earlier one
    /// lacked. A row that is parked is tried again once when such a record comes.
    default boolean closes(LogRecord record) {
        return false;
    }
}
