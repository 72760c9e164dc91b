package io.sillok.schemas.bookings;

import io.sillok.schemas.envelope.Versioned;
import io.sillok.schemas.personal.AboutPerson;
import io.sillok.schemas.personal.Personal;
import io.sillok.schemas.personal.UserId;
import java.time.Instant;
import java.util.Optional;

/// A talent as both APIs answer it.
///
/// @param version also its ETag
/// @param pricePerHour in whole units of the currency
/// @param phone for administrators
public record TalentResource(
        TalentId id,
        long version,
        String name,
        String description,
        long pricePerHour,
        String currency,
        @Personal Optional<String> phone,
        boolean isAvailable,
        Instant createdAt,
        Instant updatedAt)
        implements AboutPerson, Versioned {

    public static TalentResource of(Talent talent) {
        return new TalentResource(
                talent.id(),
                talent.version(),
                talent.name(),
                talent.description(),
                talent.pricePerHour().value().longValueExact(),
                talent.pricePerHour().currency(),
                talent.phone(),
                talent.available(),
                talent.createdAt(),
                talent.updatedAt());
    }

    /// The same for those whom the number is not for.
    public TalentResource withoutPhone() {
        return new TalentResource(
                id,
                version,
                name,
                description,
                pricePerHour,
                currency,
                Optional.empty(),
                isAvailable,
                createdAt,
                updatedAt);
    }

    @Override
    public UserId person() {
        return id.person();
    }
}
