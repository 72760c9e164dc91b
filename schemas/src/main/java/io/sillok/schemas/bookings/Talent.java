package io.sillok.schemas.bookings;

import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.money.Money;
import io.sillok.schemas.personal.AboutPerson;
import io.sillok.schemas.personal.Personal;
import io.sillok.schemas.personal.UserId;
import java.time.Instant;
import java.util.Optional;

/// A talent of the agency as it is now: the fold of its events.
///
/// @param phone absent also when it is forgotten: withdrawn, or the person was erased
/// @param available whether it can be booked
/// @param withdrawn gone from the agency
public record Talent(
        TalentId id,
        long version,
        String name,
        String description,
        Money pricePerHour,
        @Personal Optional<String> phone,
        boolean available,
        boolean withdrawn,
        Instant createdAt,
        Instant updatedAt)
        implements AboutPerson {

    @Override
    public UserId person() {
        return id.person();
    }

    /// The talent after one more event. Pure; events at or below `before`'s version change nothing.
    ///
    /// @param before empty when `next` is its first event
    public static Talent evolve(Optional<Talent> before, EventEnvelope<TalentEvent> next) {
        if (before.isPresent() && before.get().version() >= next.sequence()) {
            return before.get();
        }
        return switch (next.event()) {
            case TalentEvent.Added(var id, var name, var text, var price, var phone, var free) ->
                    new Talent(
                            id,
                            next.sequence(),
                            name,
                            text,
                            price,
                            phone,
                            free,
                            false,
                            next.time(),
                            next.time());
            case TalentEvent.Changed changed -> before.orElseThrow().changed(changed, next);
            case TalentEvent.Withdrawn _ -> before.orElseThrow().gone(next);
        };
    }

    private Talent changed(TalentEvent.Changed to, EventEnvelope<?> by) {
        return new Talent(
                id,
                by.sequence(),
                to.name(),
                to.description(),
                to.pricePerHour(),
                to.phone(),
                to.available(),
                withdrawn,
                createdAt,
                by.time());
    }

    /// Nobody calls a talent that left: the number goes with it.
    private Talent gone(EventEnvelope<?> by) {
        return new Talent(
                id,
                by.sequence(),
                name,
                description,
                pricePerHour,
                Optional.empty(),
                false,
                true,
                createdAt,
                by.time());
    }
}
