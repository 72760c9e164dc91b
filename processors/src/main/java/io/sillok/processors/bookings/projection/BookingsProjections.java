package io.sillok.processors.bookings.projection;

import io.sillok.platform.stores.Search;
import io.sillok.processors.engine.projection.StoredProjection;
import io.sillok.processors.engine.projection.StoredProjection.Surroundings;
import io.sillok.schemas.personal.PersonKeys;
import java.util.List;

/// Every view of talents and bookings.
public final class BookingsProjections {

    private BookingsProjections() {}

    /// Those in Postgres.
    ///
    /// @param keys for the phone numbers of talents
    public static List<StoredProjection<?>> inPostgres(Surroundings surroundings, PersonKeys keys) {
        return List.of(
                StoredProjection.inPostgres(
                        surroundings, new TalentsProjection(keys), TalentRows::new),
                StoredProjection.inPostgres(
                        surroundings, new BookingsProjection(), BookingRows::new));
    }

    /// Those in OpenSearch, which hold nothing personal.
    public static List<StoredProjection<?>> inOpenSearch(Surroundings surroundings, Search search) {
        return List.of(
                StoredProjection.inOpenSearch(
                        surroundings,
                        search,
                        new FindableTalentsProjection(),
                        "talents",
                        new TalentDocuments()));
    }
}
