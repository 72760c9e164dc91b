package io.sillok.queryapi.bookings;

import io.sillok.queryapi.cache.Caches;
import io.sillok.queryapi.engines.ReadModel;
import io.sillok.queryapi.log.EventLog;
import io.sillok.schemas.bookings.BookingId;
import io.sillok.schemas.bookings.TalentId;
import io.sillok.schemas.bookings.TalentResource;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.personal.PersonKeys;
import java.util.List;
import java.util.Optional;

/// What is served of talents and bookings.
public final class BookingsModule {

    private BookingsModule() {}

    /// The resources of this context.
    ///
    /// @param keys for the phone numbers of talents as they were
    public static List<Object> resources(
            ReadModel readModel, EventLog log, PersonKeys keys, Caches caches) {
        TalentQueries talents = new TalentQueries(readModel);
        BookingQueries bookings = new BookingQueries(readModel);
        PastBookings past = new PastBookings(log, keys);
        return List.of(
                new TalentsResource(talents, caches.of("models", TalentResource::version), past),
                new AvailabilityResource(talents, bookings),
                new BookingsResource(bookings, past));
    }

    /// Where talents and bookings are decided.
    public static Optional<BoundaryKey> boundary(Subject subject) {
        return switch (subject.collection()) {
            case "models" -> TalentId.find(subject.id()).map(TalentId::key);
            case "bookings" -> BookingId.find(subject.id()).map(id -> id.talent().key());
            default -> Optional.empty();
        };
    }
}
