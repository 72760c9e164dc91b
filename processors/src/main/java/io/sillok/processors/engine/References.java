package io.sillok.processors.engine;

import java.util.Optional;

/// What a decider may know of other boundaries: facts that were true a moment ago. They are not
/// invariants; what must never be violated is decided under one key instead.
public interface References {

    /// Nothing is known.
    References NONE = _ -> Optional.empty();

    /// What is noted under a name, for example under `categories/0190…`.
    Optional<String> find(String name);

    default boolean has(String name) {
        return find(name).isPresent();
    }
}
