package io.sillok.commandapi.bookings;

import io.dropwizard.auth.Auth;
import io.sillok.commandapi.gateway.CommandGateway;
import io.sillok.commandapi.gateway.CommandHeaders;
import io.sillok.commandapi.gateway.Order;
import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.access.Requires;
import io.sillok.platform.web.access.Scopes;
import io.sillok.platform.web.http.PathId;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.bookings.TalentCommand;
import io.sillok.schemas.bookings.TalentId;
import io.sillok.schemas.bookings.TalentResource;
import io.sillok.schemas.envelope.Role;
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

/// Writing talents ("models" to the agency): for administrators.
@Path(Api.BASE + "/models")
@Produces(MediaType.APPLICATION_JSON)
@Requires(role = Role.ADMIN, scope = Scopes.BOOKINGS_WRITE)
@Tag(name = "bookings")
public final class TalentsResource {

    private static final String COLLECTION = "models";

    private final CommandGateway gateway;

    TalentsResource(CommandGateway gateway) {
        this.gateway = gateway;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "addTalent", summary = "Take a talent into the agency")
    @ApiResponse(
            responseCode = "201",
            description = "The talent, without the phone number",
            content = @Content(schema = @Schema(implementation = TalentResource.class)))
    public Response add(@Auth Caller caller, @Context HttpServletRequest request, TalentBody body) {
        CommandHeaders headers = CommandHeaders.of(caller, request);
        TalentBody.Checked talent = body.checked();
        TalentId id = TalentId.of(headers.newId(COLLECTION, gateway.clock()));
        return gateway.submit(
                headers,
                Order.create(
                        id.key(),
                        id.subject(),
                        new TalentCommand.Add(
                                id,
                                talent.name(),
                                talent.description(),
                                talent.pricePerHour(),
                                talent.phone(),
                                talent.available())));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeTalent",
            summary = "Replace what is said of a talent; bookings keep their price")
    @ApiResponse(
            responseCode = "200",
            description = "The talent, without the phone number",
            content = @Content(schema = @Schema(implementation = TalentResource.class)))
    public Response change(
            @Auth Caller caller,
            @Context HttpServletRequest request,
            @PathParam("id") String path,
            TalentBody body) {
        TalentId id = parse(path);
        TalentBody.Checked talent = body.checked();
        return gateway.submit(
                CommandHeaders.of(caller, request),
                Order.update(
                        id.key(),
                        id.subject(),
                        new TalentCommand.Change(
                                id,
                                talent.name(),
                                talent.description(),
                                talent.pricePerHour(),
                                talent.phone(),
                                talent.available())));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "withdrawTalent",
            summary = "Take a talent out of the agency; bookings that have not begun are cancelled")
    @ApiResponse(responseCode = "204", description = "It is gone")
    public Response withdraw(
            @Auth Caller caller,
            @Context HttpServletRequest request,
            @PathParam("id") String path) {
        TalentId id = parse(path);
        return gateway.submit(
                CommandHeaders.of(caller, request),
                Order.remove(id.key(), id.subject(), new TalentCommand.Withdraw(id)));
    }

    private static TalentId parse(String path) {
        String reason = "talent-not-found";
        return TalentId.find(PathId.parse(path, reason))
                .orElseThrow(
                        () ->
                                ProblemException.of(
                                        Problem.of(
                                                ErrorCode.E4007,
                                                reason,
                                                "There is no resource with this id.")));
    }
}
