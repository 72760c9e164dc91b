package io.sillok.processors.engine.projection;

import java.util.Optional;

/// What a record means to a projection.
public sealed interface Reading<S> {

    /// Nothing.
    record Irrelevant<S>() implements Reading<S> {}

    /// Something about a row.
    sealed interface Relevant<S> extends Reading<S> {

        /// The id of the row.
        String row();
    }

    /// It changes a row.
    record Change<S>(String row, Step<S> step) implements Relevant<S> {}

    /// It would, if it could be read. It and the later records of the row wait for a person.
    ///
    /// @param row the id of the row, or the record's place on the log when that is unreadable too
    /// @param reason kebab-case
    record Unreadable<S>(String row, String reason) implements Relevant<S> {}

    /// One step of the fold. Pure, and without effect when it was taken before.
    interface Step<S> {

        /// The row after it.
        ///
        /// @param before empty when there is no such row yet
        S after(Optional<S> before);
    }
}
