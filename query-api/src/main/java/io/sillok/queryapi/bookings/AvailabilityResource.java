package io.sillok.queryapi.bookings;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.sillok.platform.web.Api;
import io.sillok.queryapi.consistency.Reads;
import io.sillok.queryapi.consistency.View;
import io.sillok.queryapi.http.NotFound;
import io.sillok.queryapi.http.Parameters;
import io.sillok.schemas.bookings.Period;
import io.sillok.schemas.bookings.TalentId;
import io.sillok.schemas.bookings.TalentResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When talents are free. Everybody who is signed in may know, without learning who booked.
@Path(Api.BASE + "/models/{id}/availability")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "bookings")
public final class AvailabilityResource {

    private static final Duration LONGEST = Duration.ofDays(92);

    private final TalentQueries talents;
    private final BookingQueries bookings;

    AvailabilityResource(TalentQueries talents, BookingQueries bookings) {
        this.talents = talents;
        this.bookings = bookings;
    }

    @GET
    @Reads({View.TALENTS, View.BOOKINGS})
    @Operation(
            operationId = "getAvailability",
            summary = "When a talent is booked and when it is free",
            parameters = {
                @Parameter(in = QUERY, name = "from", required = true, description = "RFC 3339"),
                @Parameter(
                        in = QUERY,
                        name = "to",
                        required = true,
                        description = "RFC 3339, at most 92 days after from")
            })
    @ApiResponse(
            responseCode = "200",
            description = "free and busy periods",
            useReturnTypeSchema = true)
    public Availability availability(@PathParam("id") String text, @Context UriInfo uri) {
        TalentId id = TalentsResource.parse(text);
        Period within = within(new Parameters(uri.getQueryParameters()));
        TalentResource talent = talents.find(id).orElseThrow(NotFound.of(TalentsResource.KIND));
        return Availability.of(id, talent.isAvailable(), within, bookings.busy(id, within));
    }

    private static Period within(Parameters query) {
        Optional<Instant> from = time(query, "from");
        Optional<Instant> to = time(query, "to");
        if (from.isPresent() && to.isPresent()) {
            Duration length = Duration.between(from.get(), to.get());
            if (!length.isPositive() || length.compareTo(LONGEST) > 0) {
                query.wrong("to", "must be after from, by 92 days at most");
            }
        }
        query.orThrow();
        return new Period(from.orElseThrow(), to.orElseThrow());
    }

    private static Optional<Instant> time(Parameters query, String name) {
        if (query.text(name).isEmpty()) {
            query.missing(name);
        }
        return query.time(name);
    }
}
