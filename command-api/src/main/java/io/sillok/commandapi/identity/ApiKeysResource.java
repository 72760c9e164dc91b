package io.sillok.commandapi.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dropwizard.auth.Auth;
import io.sillok.commandapi.gateway.CommandGateway;
import io.sillok.commandapi.gateway.CommandHeaders;
import io.sillok.commandapi.gateway.Order;
import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.ApiKeyToken;
import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.access.DigestKey;
import io.sillok.platform.web.access.Requires;
import io.sillok.platform.web.access.Scopes;
import io.sillok.platform.web.http.Fields;
import io.sillok.platform.web.http.PathId;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.identity.ApiKeyCommand;
import io.sillok.schemas.identity.ApiKeyId;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.wire.Json;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// API keys: made for one's own programs, shown once.
@Path(Api.BASE + "/api-keys")
@Produces(MediaType.APPLICATION_JSON)
@Requires(scope = Scopes.ACCOUNT_MANAGE)
@Tag(name = "identity")
public final class ApiKeysResource {

    private static final String COLLECTION = "api-keys";
    private static final int LONGEST_NAME = 100;

    private final CommandGateway gateway;
    private final CredentialDirectory directory;
    private final NewSecrets secrets;
    private final DigestKey digests;
    private final Arrival arrival;

    ApiKeysResource(
            CommandGateway gateway,
            CredentialDirectory directory,
            NewSecrets secrets,
            DigestKey digests,
            Arrival arrival) {
        this.gateway = gateway;
        this.directory = directory;
        this.secrets = secrets;
        this.digests = digests;
        this.arrival = arrival;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "issueApiKey",
            summary = "Make an API key; its member key is what to send in X-API-Key, told once")
    @ApiResponse(
            responseCode = "201",
            description = "The key",
            content = @Content(schema = @Schema(implementation = IssuedApiKey.class)))
    public Response issue(
            @Auth Caller caller, @Context HttpServletRequest request, ApiKeyBody body) {
        UserId owner = Holder.of(caller);
        CommandHeaders headers = CommandHeaders.of(caller, request);
        ApiKeyId id = new ApiKeyId(headers.newId(COLLECTION, gateway.clock()));
        ApiKeyToken token =
                new ApiKeyToken(id.value(), secrets.secret(id.value(), headers.idempotencyKey()));
        ApiKeyCommand command =
                body.checked(id, owner, caller.roles(), digests.digest(token.secret()));
        Response answer =
                gateway.submit(headers, Order.create(command.key(), command.subject(), command));
        return revealing(token, arrival.ofKey(id, answer));
    }

    /// The same answer, with the key in it: nobody can tell it later.
    private static Response revealing(ApiKeyToken token, Response answer) {
        ObjectNode told =
                answer.getEntity() instanceof ObjectNode resource
                        ? resource
                        : Json.object(answer.getEntity());
        told.put("key", token.reveal());
        return Response.fromResponse(answer)
                .entity(told)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "revokeApiKey", summary = "Let a key count no more")
    @ApiResponse(responseCode = "204", description = "It counts no more")
    public Response revoke(
            @Auth Caller caller, @Context HttpServletRequest request, @PathParam("id") String id) {
        ApiKeyId key = new ApiKeyId(PathId.parse(id, "api-key-not-found"));
        UserId owner = ownerOf(key, caller).orElseGet(() -> Holder.of(caller));
        var command = new ApiKeyCommand.Revoke(key, owner);
        return gateway.submit(
                CommandHeaders.of(caller, request),
                Order.remove(command.key(), command.subject(), command));
    }

    /// An administrator may mean the key of somebody else.
    private Optional<UserId> ownerOf(ApiKeyId key, Caller caller) {
        return caller.isAtLeast(Role.ADMIN) ? directory.ownerOf(key) : Optional.empty();
    }

    /// A key as it is told when it is made.
    ///
    /// @param key what to send in `X-API-Key`; nobody can tell it again
    @Schema(name = "IssuedApiKey")
    record IssuedApiKey(
            String id,
            long version,
            String owner,
            String name,
            List<String> scopes,
            Instant expiresAt,
            Instant createdAt,
            Instant updatedAt,
            @Schema(example = "slk_0190…_…") String key) {}

    /// What a key is made for.
    ///
    /// @param scopes all that its owner could have when left out
    /// @param expiresAt 90 days from now when left out
    @Schema(name = "NewApiKey")
    record ApiKeyBody(
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            minLength = 1,
                            maxLength = LONGEST_NAME)
                    Optional<String> name,
            Optional<List<String>> scopes,
            @Schema(format = "date-time") Optional<String> expiresAt) {

        private ApiKeyCommand checked(ApiKeyId id, UserId owner, Set<Role> roles, String digest) {
            Fields fields = new Fields();
            String checkedName = fields.line("name", name, LONGEST_NAME);
            Set<String> allowed = Scopes.ofKeys(roles);
            List<String> wanted = scopes.orElseGet(() -> List.copyOf(allowed));
            if (wanted.isEmpty() || !allowed.containsAll(wanted)) {
                fields.wrong(
                        "scopes",
                        "must be some of " + String.join(", ", allowed.stream().sorted().toList()));
            }
            Optional<Instant> expires = expiresAt.flatMap(text -> time(fields, text));
            fields.orThrow();
            return new ApiKeyCommand.Issue(
                    id, owner, Optional.of(checkedName), wanted, expires, digest);
        }

        private static Optional<Instant> time(Fields fields, String text) {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException _) {
                fields.wrong("expires_at", "must be a time as in RFC 3339, 2026-01-31T09:00:00Z");
                return Optional.empty();
            }
        }
    }
}
