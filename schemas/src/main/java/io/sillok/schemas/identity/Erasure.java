package io.sillok.schemas.identity;

import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.identity.UserEvent.Erased;
import io.sillok.schemas.personal.UserId;
import java.time.Instant;
import java.util.Optional;

/// The erasure of a person as it stands now: the fold of the last event of their account and of its
/// own events, which may come in any order.
///
/// @param version number of its own events
/// @param requestedAt when the person was erased; empty until that is known
/// @param reason why it is suspended
/// @param report present once it is complete
/// @param updatedAt when its status changed last
public record Erasure(
        UserId id,
        long version,
        ErasureStatus status,
        Optional<Instant> requestedAt,
        Optional<String> reason,
        Optional<ErasureReport> report,
        Instant updatedAt) {

    /// The erasure, known to be asked for. Pure; changes nothing when that is known.
    public static Erasure requested(Optional<Erasure> before, EventEnvelope<Erased> by) {
        return before.map(known -> known.requestedAt(by.time()))
                .orElseGet(
                        () ->
                                new Erasure(
                                        by.event().user(),
                                        0,
                                        ErasureStatus.UNDER_WAY,
                                        Optional.of(by.time()),
                                        Optional.empty(),
                                        Optional.empty(),
                                        by.time()));
    }

    /// The erasure after one more event of its own. Pure; events at or below `before`'s version
    /// change nothing.
    public static Erasure evolve(Optional<Erasure> before, EventEnvelope<ErasureEvent> next) {
        if (before.isPresent() && before.get().version() >= next.sequence()) {
            return before.get();
        }
        Optional<Instant> requested = before.flatMap(Erasure::requestedAt);
        return switch (next.event()) {
            case ErasureEvent.Concluded(var user, var report) ->
                    new Erasure(
                            user,
                            next.sequence(),
                            ErasureStatus.COMPLETE,
                            requested,
                            Optional.empty(),
                            Optional.of(report),
                            next.time());
            case ErasureEvent.Suspended(var user, var why) ->
                    new Erasure(
                            user,
                            next.sequence(),
                            ErasureStatus.SUSPENDED,
                            requested,
                            Optional.of(why),
                            Optional.empty(),
                            next.time());
            case ErasureEvent.Resumed(var user) ->
                    new Erasure(
                            user,
                            next.sequence(),
                            ErasureStatus.UNDER_WAY,
                            requested,
                            Optional.empty(),
                            Optional.empty(),
                            next.time());
        };
    }

    private Erasure requestedAt(Instant time) {
        return requestedAt.isPresent()
                ? this
                : new Erasure(id, version, status, Optional.of(time), reason, report, updatedAt);
    }
}
