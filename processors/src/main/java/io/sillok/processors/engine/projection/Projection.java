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
}
