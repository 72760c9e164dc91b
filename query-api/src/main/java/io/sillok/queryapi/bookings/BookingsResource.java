package io.sillok.queryapi.bookings;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.dropwizard.auth.Auth;
import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.queryapi.consistency.Reads;
import io.sillok.queryapi.consistency.View;
import io.sillok.queryapi.http.AsOf;
import io.sillok.queryapi.http.Listing;
import io.sillok.queryapi.http.Moment;
import io.sillok.queryapi.http.NotFound;
import io.sillok.queryapi.http.Paged;
import io.sillok.schemas.bookings.BookingId;
import io.sillok.schemas.bookings.BookingResource;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

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
    public Listing<BookingResource> list(@Auth Caller caller, @Context UriInfo request) {
        return bookings.list(BookingQueries.asked(caller, request.getQueryParameters()));
    }

    @GET
    @Path("/{id}")
    @Reads(View.BOOKINGS)
    @AsOf
    @Operation(
            operationId = "getBooking",
            summary = "One booking, also when it was cancelled",
            description = "For who booked and administrators.")
    public BookingResource one(
            @Auth Caller caller, @PathParam("id") String text, @Context UriInfo request) {
        BookingId id = BookingId.find(NotFound.id(KIND, text)).orElseThrow(NotFound.of(KIND));
        BookingResource booking =
                Moment.of(request)
                        .read(
                                () -> bookings.find(id),
                                time -> past.booking(id, time).then().map(BookingResource::of))
                        .orElseThrow(NotFound.of(KIND));
        requireBooker(booking, caller);
        return booking;
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
