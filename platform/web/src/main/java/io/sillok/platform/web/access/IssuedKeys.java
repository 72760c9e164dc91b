package io.sillok.platform.web.access;

import java.util.Optional;
import java.util.UUID;

/// Where the API keys are that count. Implementations are thread-safe.
public interface IssuedKeys {

    /// The key of an id, if there is one and its holder may do anything.
    ///
    /// @throws io.sillok.platform.web.problems.ProblemException when that cannot be found out
    Optional<IssuedKey> find(UUID id);

    /// No key was ever issued.
    static IssuedKeys none() {
        return _ -> Optional.empty();
    }
}
