package io.sillok.platform.stores;

import java.time.Duration;

/// How a store is.
public sealed interface StoreState {

    /// It answers.
    record Available(Duration took) implements StoreState {}

    /// It answers, but something of it cannot be used.
    ///
    /// @param cause for people
    record Impaired(String cause) implements StoreState {}

    /// It does not answer.
    ///
    /// @param cause for people
    record Unreachable(String cause) implements StoreState {}
}
