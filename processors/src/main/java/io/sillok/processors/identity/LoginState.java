package io.sillok.processors.identity;

import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.identity.LoginEvent;
import io.sillok.schemas.identity.LoginEvent.Failed;
import io.sillok.schemas.identity.LoginEvent.Locked;
import io.sillok.schemas.identity.LoginEvent.Succeeded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What came of signing in with a name lately.
///
/// @param failures when, since the last success or lock, within [#COUNTED] of each other
record LoginState(List<Instant> failures, Optional<Instant> lockedUntil) {

    static final LoginState NONE = new LoginState(List.of(), Optional.empty());

    /// For how long a failure counts.
    static final Duration COUNTED = Duration.ofMinutes(15);

    LoginState {
        failures = List.copyOf(failures);
    }

    boolean isFresh() {
        return failures.isEmpty() && lockedUntil.isEmpty();
    }

    /// The failures that still count.
    List<Instant> recent(Instant now) {
        return failures.stream().filter(at -> at.plus(COUNTED).isAfter(now)).toList();
    }

    LoginState after(EventEnvelope<LoginEvent> event) {
        return switch (event.event()) {
            case Failed _ -> {
                List<Instant> all = new ArrayList<>(recent(event.time()));
                all.add(event.time());
                yield new LoginState(all, Optional.empty());
            }
            case Locked(_, var until) -> new LoginState(List.of(), Optional.of(until));
            case Succeeded _ -> NONE;
        };
    }
}
