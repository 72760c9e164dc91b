package io.sillok.commandapi.bookings;

import io.dropwizard.auth.Auth;
import io.sillok.commandapi.gateway.CommandGateway;
import io.sillok.commandapi.gateway.CommandHeaders;
import io.sillok.commandapi.gateway.Order;
import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.access.Requires;
import io.sillok.platform.web.access.Scopes;
import io.sillok.platform.web.http.Fields;
import io.sillok.platform.web.http.PathId;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.bookings.BookingCommand;
import io.sillok.schemas.bookings.BookingId;
import io.sillok.schemas.bookings.BookingResource;
import io.sillok.schemas.bookings.Period;
import io.sillok.schemas.bookings.TalentId;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;

/// Booking talents. A booking is decided where its talent is, which its id tells.
@Path(Api.BASE + "/bookings")
@Produces(MediaType.APPLICATION_JSON)
@Requires(scope = Scopes.BOOKINGS_WRITE)
@Tag(name = "bookings")
public final class BookingsResource {

    private static final String COLLECTION = "bookings";
    private static final String TIME =
            "RFC 3339 with an offset, or a local time in time_zone; at a whole minute";

    private final CommandGateway gateway;

    BookingsResource(CommandGateway gateway) {
        this.gateway = gateway;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "bookTalent",
            summary = "Book a talent for 1 to 24 hours",
            description =
                    "An Idempotency-Key counts for one talent: under the same key another talent is"
                            + " another request.")
    @ApiResponse(
            responseCode = "201",
            description = "The booking",
            content = @Content(schema = @Schema(implementation = BookingResource.class)))
    public Response book(@Auth Caller caller, @Context HttpServletRequest request, Wish wish) {
        CommandHeaders headers = CommandHeaders.of(caller, request).beforeAnyHistory();
        Fields fields = new Fields();
        UUID named = wish.talent(fields);
        PeriodBody.Stated stated = wish.times().check(fields);
        fields.orThrow();
        Period period = stated.period();
        TalentId talent = TalentId.find(named).orElseThrow(BookingsResource::noSuchTalent);
        BookingId id = BookingId.of(talent, headers.newId(COLLECTION, gateway.clock()));
        return gateway.submit(
                headers,
                Order.create(talent.key(), id.subject(), new BookingCommand.Request(id, period)));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "rescheduleBooking",
            summary = "Move a booking that has not begun, at the hourly price it was made at")
    @ApiResponse(
            responseCode = "200",
            description = "The booking",
            content = @Content(schema = @Schema(implementation = BookingResource.class)))
    public Response reschedule(
            @Auth Caller caller,
            @Context HttpServletRequest request,
            @PathParam("id") String id,
            Move move) {
        BookingId booking = parse(id);
        Fields fields = new Fields();
        PeriodBody.Stated stated = move.times().check(fields);
        fields.orThrow();
        return gateway.submit(
                CommandHeaders.of(caller, request),
                Order.update(
                        booking.talent().key(),
                        booking.subject(),
                        new BookingCommand.Reschedule(booking, stated.period())));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "cancelBooking", summary = "Cancel a booking that has not begun")
    @ApiResponse(responseCode = "204", description = "The talent is free again")
    public Response cancel(
            @Auth Caller caller, @Context HttpServletRequest request, @PathParam("id") String id) {
        BookingId booking = parse(id);
        return gateway.submit(
                CommandHeaders.of(caller, request),
                Order.remove(
                        booking.talent().key(),
                        booking.subject(),
                        new BookingCommand.Cancel(booking)));
    }

    private static BookingId parse(String id) {
        String reason = "booking-not-found";
        return BookingId.find(PathId.parse(id, reason))
                .orElseThrow(
                        () ->
                                ProblemException.of(
                                        Problem.of(
                                                ErrorCode.E4007,
                                                reason,
                                                "There is no resource with this id.")));
    }

    /// The same answer that the decider gives about a talent it does not know.
    private static ProblemException noSuchTalent() {
        return ProblemException.of(
                Problem.of(ErrorCode.E4008, "talent-not-found", "There is no such talent."));
    }

    /// Who is to be booked, and when.
    record Wish(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "uuid")
                    Optional<String> modelId,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = TIME)
                    Optional<String> start,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = TIME)
                    Optional<String> end,
            @Schema(description = "IANA name, for local times", example = "Asia/Seoul")
                    Optional<String> timeZone) {

        UUID talent(Fields fields) {
            if (modelId.isEmpty()) {
                fields.missing("model_id");
            }
            return fields.uuid("model_id", modelId).orElseGet(() -> new UUID(0, 0));
        }

        PeriodBody times() {
            return new PeriodBody(start, end, timeZone);
        }
    }

    /// When instead.
    record Move(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = TIME)
                    Optional<String> start,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = TIME)
                    Optional<String> end,
            @Schema(description = "IANA name, for local times", example = "Asia/Seoul")
                    Optional<String> timeZone) {

        PeriodBody times() {
            return new PeriodBody(start, end, timeZone);
        }
    }
}
