package io.sillok.processors.engine.projection;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// What the rows of a projection look like in an index.
///
/// The engine adds the fields `id`, `version` and `state`, the whole row, from which it folds on.
///
/// @param <S> a row
public interface SearchDocuments<S> {

    /// The class of a row.
    Class<S> type();

    /// Grows with every change of the row.
    long version(S row);

    /// The fields that readers search and see. Of a row that must not be found these are few or
    /// none: it is kept as a tombstone, for a deleted document would be forgotten and a late event
    /// would bring it back.
    ///
    /// @throws RuntimeException when something it needs is away at the moment
    Rendering render(S row);

    /// What came of rendering.
    sealed interface Rendering {

        record Fields(ObjectNode fields) implements Rendering {}

        /// This row cannot be rendered, now or later.
        ///
        /// @param detail for people
        record Impossible(String detail) implements Rendering {}
    }
}
