package io.sillok.commandapi.identity;

import io.dropwizard.auth.Auth;
import io.sillok.commandapi.gateway.CommandGateway;
import io.sillok.commandapi.gateway.CommandHeaders;
import io.sillok.commandapi.gateway.Order;
import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.access.Requires;
import io.sillok.platform.web.access.Scopes;
import io.sillok.platform.web.http.Fields;
import io.sillok.schemas.identity.CodingProfile;
import io.sillok.schemas.identity.ExplanationStyle;
import io.sillok.schemas.identity.OutputStructure;
import io.sillok.schemas.identity.SkillLevel;
import io.sillok.schemas.identity.UserCommand;
import io.sillok.schemas.identity.UserResource;
import io.sillok.schemas.personal.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/// Changing one's own account.
@Path(Api.BASE + "/users/me")
@Produces(MediaType.APPLICATION_JSON)
@Requires(scope = Scopes.ACCOUNT_MANAGE)
@Tag(name = "identity")
public final class OwnAccountResource {

    private final CommandGateway gateway;
    private final Arrival arrival;

    OwnAccountResource(CommandGateway gateway, Arrival arrival) {
        this.gateway = gateway;
        this.arrival = arrival;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "changeDetails", summary = "Say who one is, all of it")
    @ApiResponse(
            responseCode = "200",
            description = "The account",
            content = @Content(schema = @Schema(implementation = UserResource.class)))
    public Response change(
            @Auth Caller caller, @Context HttpServletRequest request, DetailsBody body) {
        UserId user = Holder.of(caller);
        Fields fields = new Fields();
        var command =
                new UserCommand.ChangeDetails(
                        user,
                        Optional.of(AccountRules.email(fields, body.email())),
                        Optional.of(AccountRules.username(fields, body.username())),
                        AccountRules.fullName(fields, body.fullName()));
        fields.orThrow();
        return arrival.ofAccount(user, update(caller, request, command));
    }

    @PUT
    @Path("/profile")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "changeProfile", summary = "Say how the coding assistant shall answer")
    @ApiResponse(
            responseCode = "200",
            description = "The account",
            content = @Content(schema = @Schema(implementation = UserResource.class)))
    public Response profile(
            @Auth Caller caller, @Context HttpServletRequest request, ProfileBody body) {
        UserId user = Holder.of(caller);
        return update(
                caller, request, new UserCommand.ChangeProfile(user, Optional.of(body.checked())));
    }

    @DELETE
    @Operation(
            operationId = "eraseUser",
            summary = "Forget the account and all that is personal in it, for ever")
    @ApiResponse(responseCode = "204", description = "It is forgotten")
    public Response erase(@Auth Caller caller, @Context HttpServletRequest request) {
        var command = new UserCommand.Erase(Holder.of(caller));
        return gateway.submit(
                CommandHeaders.of(caller, request),
                Order.remove(command.key(), command.subject(), command));
    }

    private Response update(Caller caller, HttpServletRequest request, UserCommand command) {
        return gateway.submit(
                CommandHeaders.of(caller, request),
                Order.update(command.key(), command.subject(), command));
    }

    /// Who somebody is.
    @Schema(name = "AccountDetails")
    record DetailsBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "email", maxLength = 254)
                    Optional<String> email,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            minLength = 3,
                            maxLength = 50,
                            pattern = "[A-Za-z0-9._-]+")
                    Optional<String> username,
            @Schema(minLength = 2, maxLength = 100) Optional<String> fullName) {}

    /// How the coding assistant shall answer.
    @Schema(name = "CodingProfileBody")
    record ProfileBody(
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            allowableValues = {"beginner", "intermediate", "advanced", "expert"})
                    Optional<String> skillLevel,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            allowableValues = {"minimal", "standard", "detailed"})
                    Optional<String> outputStructure,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            allowableValues = {"brief", "standard", "detailed"})
                    Optional<String> explanationStyle) {

        private CodingProfile checked() {
            Fields fields = new Fields();
            Words words = new Words(fields);
            CodingProfile profile =
                    new CodingProfile(
                            words.one(
                                    "skill_level",
                                    skillLevel,
                                    SkillLevel.values(),
                                    SkillLevel::word),
                            words.one(
                                    "output_structure",
                                    outputStructure,
                                    OutputStructure.values(),
                                    OutputStructure::word),
                            words.one(
                                    "explanation_style",
                                    explanationStyle,
                                    ExplanationStyle.values(),
                                    ExplanationStyle::word));
            fields.orThrow();
            return profile;
        }
    }
}
