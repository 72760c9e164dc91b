package io.sillok.queryapi.bookings;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.dropwizard.auth.Auth;
import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.queryapi.consistency.Reads;
import io.sillok.queryapi.consistency.View;
import io.sillok.queryapi.http.Listing;
import io.sillok.queryapi.http.NotFound;
import io.sillok.queryapi.http.Paged;
import io.sillok.queryapi.http.Parameters;
import io.sillok.queryapi.http.Versioned;
import io.sillok.schemas.bookings.BookingId;
import io.sillok.schemas.bookings.BookingResource;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Optional;

/// The bookings of the caller; all of them for administrators.
@Path(Api.BASE + "/bookings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "bookings")
public final class BookingsResource {

    private static final String KIND = "booking";

    private final BookingQueries bookings;
    private final PastBookings past;

    BookingsResource(BookingQueries bookings, PastBookings past) {
        this.bookings = bookings;
        this.past = past;
    }

    @GET
    @Reads(View.BOOKINGS)
    @Paged
    @Operation(
            operationId = "listBookings",
            summary = "The caller's bookings; all of them for administrators",
            parameters = {
                @Parameter(in = QUERY, name = "model_id", description = "of this talent"),
                @Parameter(in = QUERY, name = "status", description = "confirmed or cancelled"),
                @Parameter(
                        in = QUERY,
                        name = "from",
                        description = "RFC 3339: those that end after it"),
                @Parameter(
                        in = QUERY,
                        name = "to",
                        description = "RFC 3339: those that start before it"),
                @Parameter(
                        in = QUERY,
                        name = "sort",
                        description =
                                "start or created_at; a minus before it reverses; default -start")
            })
    @ApiResponse(
            responseCode = "200",
            description = "a part of the list",
            useReturnTypeSchema = true)
    public Listing<BookingResource> list(@Auth Caller caller, @Context UriInfo request) {
        return bookings.list(BookingQueries.asked(caller, request.getQueryParameters()));
    }

    @GET
    @Path("/{id}")
    @Reads(View.BOOKINGS)
    @Operation(
            operationId = "getBooking",
            summary = "One booking, also when it was cancelled",
            description = "For who booked and administrators.",
            parameters =
                    @Parameter(
                            in = QUERY,
                            name = "as_of",
                            description = "RFC 3339: as it was at that time, from the log"))
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = BookingResource.class)))
    @ApiResponse(responseCode = "304", description = "the caller has this version already")
    public Response one(
            @Auth Caller caller,
            @PathParam("id") String text,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        BookingId id = BookingId.find(NotFound.id(KIND, text)).orElseThrow(NotFound.of(KIND));
        Parameters query = new Parameters(uri.getQueryParameters());
        Optional<Instant> asOf = query.time("as_of");
        query.orThrow();
        BookingResource booking =
                asOf.map(time -> past.booking(id, time).then().map(BookingResource::of))
                        .orElseGet(() -> bookings.find(id))
                        .orElseThrow(NotFound.of(KIND));
        requireBooker(booking, caller);
        return Versioned.answer(headers, booking.version(), booking);
    }

    private static void requireBooker(BookingResource booking, Caller caller) {
        if (!booking.booker().equals(caller.id()) && !caller.isAtLeast(Role.ADMIN)) {
            throw ProblemException.of(
                    Problem.of(
                            ErrorCode.E4005,
                            "booker-required",
                            "Only who booked or an admin may see this."));
        }
    }
}
