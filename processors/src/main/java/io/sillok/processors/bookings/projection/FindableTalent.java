package io.sillok.processors.bookings.projection;

import io.sillok.schemas.bookings.Talent;
import io.sillok.schemas.bookings.TalentEvent;
import io.sillok.schemas.bookings.TalentId;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.money.Money;
import java.time.Instant;
import java.util.Optional;

/// A talent as the search index keeps it: all of it but the phone number, so that there is nothing
/// in the index that would have to be forgotten.
record FindableTalent(
        TalentId id,
        long version,
        String name,
        String description,
        Money pricePerHour,
        boolean available,
        boolean withdrawn,
        Instant createdAt,
        Instant updatedAt) {

    static FindableTalent of(Talent talent) {
        return new FindableTalent(
                talent.id(),
                talent.version(),
                talent.name(),
                talent.description(),
                talent.pricePerHour(),
                talent.available(),
                talent.withdrawn(),
                talent.createdAt(),
                talent.updatedAt());
    }

    /// The fold of talents without their numbers.
    static FindableTalent evolve(Optional<FindableTalent> before, EventEnvelope<TalentEvent> next) {
        return of(Talent.evolve(before.map(FindableTalent::talent), next));
    }

    private Talent talent() {
        return new Talent(
                id,
                version,
                name,
                description,
                pricePerHour,
                Optional.empty(),
                available,
                withdrawn,
                createdAt,
                updatedAt);
    }
}
