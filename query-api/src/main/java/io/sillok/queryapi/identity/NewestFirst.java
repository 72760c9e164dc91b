package io.sillok.queryapi.identity;

import static java.util.Objects.requireNonNull;

import io.sillok.platform.web.http.Paging;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.queryapi.http.Cursor;
import io.sillok.queryapi.http.Linked;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Which part is asked for of a list that begins with what was made last.
///
/// @param after where to go on; then the offset of `paging` counts for nothing but the page number
record NewestFirst(Paging paging, Optional<Place> after) {

    /// Reads the query parameters.
    ///
    /// @throws ProblemException when they name no part
    static NewestFirst of(MultivaluedMap<String, String> parameters) {
        Paging asked = Paging.of(parameters);
        return Optional.ofNullable(parameters.getFirst(Linked.CURSOR))
                .map(text -> Cursor.read(text, Place.class))
                .map(
                        place ->
                                new NewestFirst(
                                        new Paging(place.offset(), asked.size()),
                                        Optional.of(place)))
                .orElseGet(() -> new NewestFirst(asked, Optional.empty()));
    }

    /// The cursor of the part after this one.
    ///
    /// @param created when the last item of this part was made
    /// @param id its id
    String next(Instant created, UUID id) {
        return Cursor.write(new Place(created, id, paging.offset() + paging.size()));
    }

    /// How many rows to skip.
    long offset() {
        return after.isPresent() ? 0 : paging.offset();
    }

    /// A place in the list: right after one item.
    ///
    /// @param offset how many items came before
    record Place(Instant created, UUID id, long offset) {

        Place {
            requireNonNull(created);
            requireNonNull(id);
            if (offset < 0) {
                throw new IllegalArgumentException("an offset is not negative");
            }
        }
    }
}
