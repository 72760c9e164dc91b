package io.sillok.queryapi.http;

import io.sillok.platform.web.problems.ProblemException;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// When a resource is looked at: now, or as it was at a time that [AsOf] names.
///
/// @param past empty for now
public record Moment(Optional<Instant> past) {

    static final String AS_OF = "as_of";

    /// Reads the query parameters.
    ///
    /// @throws ProblemException when they name no time
    public static Moment of(UriInfo request) {
        Parameters query = new Parameters(request.getQueryParameters());
        Optional<Instant> past = query.time(AS_OF);
        query.orThrow();
        return new Moment(past);
    }

    /// The resource at this moment.
    ///
    /// @param now reads it from its view
    /// @param then reads it from the log, as it was at a time
    public <R> Optional<R> read(Supplier<Optional<R>> now, Function<Instant, Optional<R>> then) {
        return past.map(then).orElseGet(now);
    }
}
