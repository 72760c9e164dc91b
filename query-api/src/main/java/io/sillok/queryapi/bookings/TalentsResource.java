package io.sillok.queryapi.bookings;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.dropwizard.auth.Auth;
import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Caller;
import io.sillok.queryapi.consistency.Reads;
import io.sillok.queryapi.consistency.View;
import io.sillok.queryapi.http.Listing;
import io.sillok.queryapi.http.NotFound;
import io.sillok.queryapi.http.Paged;
import io.sillok.queryapi.http.Parameters;
import io.sillok.queryapi.http.Versioned;
import io.sillok.schemas.bookings.TalentId;
import io.sillok.schemas.bookings.TalentResource;
import io.sillok.schemas.envelope.Role;
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

/// The talents of the agency. Their phone numbers are for administrators.
@Path(Api.BASE + "/models")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "bookings")
public final class TalentsResource {

    static final String KIND = "talent";

    private final TalentQueries talents;
    private final PastBookings past;

    TalentsResource(TalentQueries talents, PastBookings past) {
        this.talents = talents;
        this.past = past;
    }

    @GET
    @Reads(View.TALENTS)
    @Paged
    @Operation(
            operationId = "listTalents",
            summary = "The talents of the agency",
            parameters = {
                @Parameter(in = QUERY, name = "is_available", description = "true or false"),
                @Parameter(in = QUERY, name = "min_price", description = "won an hour, at least"),
                @Parameter(in = QUERY, name = "max_price", description = "won an hour, at most"),
                @Parameter(
                        in = QUERY,
                        name = "search",
                        description = "words that the name holds, up to 100 characters"),
                @Parameter(
                        in = QUERY,
                        name = "sort",
                        description =
                                "name, price_per_hour or created_at; a minus before it reverses;"
                                        + " default name")
            })
    @ApiResponse(
            responseCode = "200",
            description = "a part of the list",
            useReturnTypeSchema = true)
    public Listing<TalentResource> list(@Auth Caller caller, @Context UriInfo request) {
        return talents.list(TalentQueries.asked(request.getQueryParameters()))
                .map(talent -> shown(talent, caller));
    }

    @GET
    @Path("/{id}")
    @Reads(View.TALENTS)
    @Operation(
            operationId = "getTalent",
            summary = "One talent",
            parameters =
                    @Parameter(
                            in = QUERY,
                            name = "as_of",
                            description = "RFC 3339: as it was at that time, from the log"))
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = TalentResource.class)))
    @ApiResponse(responseCode = "304", description = "the caller has this version already")
    public Response one(
            @Auth Caller caller,
            @PathParam("id") String text,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        TalentId id = parse(text);
        Parameters query = new Parameters(uri.getQueryParameters());
        Optional<Instant> asOf = query.time("as_of");
        query.orThrow();
        TalentResource talent =
                asOf.map(time -> asOf(id, time, caller))
                        .orElseGet(() -> talents.find(id))
                        .orElseThrow(NotFound.of(KIND));
        return Versioned.answer(headers, talent.version(), shown(talent, caller));
    }

    static TalentId parse(String text) {
        return TalentId.find(NotFound.id(KIND, text)).orElseThrow(NotFound.of(KIND));
    }

    /// Who left the agency is remembered for administrators only.
    private Optional<TalentResource> asOf(TalentId id, Instant time, Caller caller) {
        var moments = past.talent(id, time);
        boolean mayLook =
                caller.isAtLeast(Role.ADMIN)
                        || moments.now().filter(now -> !now.withdrawn()).isPresent();
        return moments.then()
                .filter(then -> mayLook)
                .filter(then -> !then.withdrawn())
                .map(TalentResource::of);
    }

    private static TalentResource shown(TalentResource talent, Caller caller) {
        return caller.isAtLeast(Role.ADMIN) ? talent : talent.withoutPhone();
    }
}
