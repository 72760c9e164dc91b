package io.sillok.queryapi.bookings;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.dropwizard.auth.Auth;
import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Caller;
import io.sillok.queryapi.cache.ResourceCache;
import io.sillok.queryapi.consistency.Freshness;
import io.sillok.queryapi.consistency.Reads;
import io.sillok.queryapi.consistency.View;
import io.sillok.queryapi.http.AsOf;
import io.sillok.queryapi.http.Listing;
import io.sillok.queryapi.http.Moment;
import io.sillok.queryapi.http.NotFound;
import io.sillok.queryapi.http.Paged;
import io.sillok.schemas.bookings.TalentId;
import io.sillok.schemas.bookings.TalentResource;
import io.sillok.schemas.envelope.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
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
    private final ResourceCache<TalentResource> cache;
    private final PastBookings past;

    TalentsResource(TalentQueries talents, ResourceCache<TalentResource> cache, PastBookings past) {
        this.talents = talents;
        this.cache = cache;
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
    public Listing<TalentResource> list(@Auth Caller caller, @Context UriInfo request) {
        return talents.list(TalentQueries.asked(request.getQueryParameters()))
                .map(talent -> shown(talent, caller));
    }

    @GET
    @Path("/{id}")
    @Reads(View.TALENTS)
    @AsOf
    @Operation(operationId = "getTalent", summary = "One talent")
    public TalentResource one(
            @Auth Caller caller,
            @PathParam("id") String text,
            @Context UriInfo request,
            @Context HttpHeaders headers) {
        TalentId id = parse(text);
        return Moment.of(request)
                .read(() -> now(id, headers), time -> asOf(id, time, caller))
                .map(talent -> shown(talent, caller))
                .orElseThrow(NotFound.of(KIND));
    }

    static TalentId parse(String text) {
        return TalentId.find(NotFound.id(KIND, text)).orElseThrow(NotFound.of(KIND));
    }

    /// As it is kept for everybody, with the number.
    private Optional<TalentResource> now(TalentId id, HttpHeaders headers) {
        return cache.find(id.value(), Freshness.isAskedFor(headers), () -> talents.find(id));
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
