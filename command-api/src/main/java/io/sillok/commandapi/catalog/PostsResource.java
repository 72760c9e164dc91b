package io.sillok.commandapi.catalog;

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
import io.sillok.schemas.catalog.PostCommand;
import io.sillok.schemas.catalog.PostId;
import io.sillok.schemas.catalog.PostResource;
import io.sillok.schemas.envelope.BoundaryKey;
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

/// Publishing posts. Who may change which one, and what is left of its HTML, is decided by the
/// decider.
@Path(Api.BASE + "/posts")
@Produces(MediaType.APPLICATION_JSON)
@Requires(scope = Scopes.CATALOG_WRITE)
@Tag(name = "posts")
public final class PostsResource {

    private static final String COLLECTION = "posts";
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_CONTENT = 50_000;

    private final CommandGateway gateway;

    PostsResource(CommandGateway gateway) {
        this.gateway = gateway;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "publishPost",
            summary = "Publish a post",
            description =
                    "Of the HTML only p br strong em u h1 h2 h3 ul ol li stay, without attributes;"
                            + " of other tags the text stays, of scripts and style sheets nothing.")
    @ApiResponse(
            responseCode = "201",
            description = "The post as it was published, now the caller's",
            content = @Content(schema = @Schema(implementation = PostResource.class)))
    public Response publish(
            @Auth Caller caller, @Context HttpServletRequest request, PostBody body) {
        CommandHeaders headers = CommandHeaders.of(caller, request);
        PostText text = body.checked();
        PostId id = new PostId(headers.newId(COLLECTION, gateway.clock()));
        return gateway.submit(
                headers,
                Order.create(
                        BoundaryKey.of(id.subject()),
                        id.subject(),
                        new PostCommand.Publish(id, text.title(), text.content())));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "editPost", summary = "Replace title and content of a post")
    @ApiResponse(
            responseCode = "200",
            description = "The post",
            content = @Content(schema = @Schema(implementation = PostResource.class)))
    public Response edit(
            @Auth Caller caller,
            @Context HttpServletRequest request,
            @PathParam("id") String id,
            PostBody body) {
        PostId post = parse(id);
        PostText text = body.checked();
        return gateway.submit(
                CommandHeaders.of(caller, request),
                Order.update(
                        BoundaryKey.of(post.subject()),
                        post.subject(),
                        new PostCommand.Edit(post, text.title(), text.content())));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "retractPost", summary = "Take a post back")
    @ApiResponse(responseCode = "204", description = "It is gone")
    public Response retract(
            @Auth Caller caller, @Context HttpServletRequest request, @PathParam("id") String id) {
        PostId post = parse(id);
        return gateway.submit(
                CommandHeaders.of(caller, request),
                Order.remove(
                        BoundaryKey.of(post.subject()),
                        post.subject(),
                        new PostCommand.Retract(post)));
    }

    private static PostId parse(String id) {
        return new PostId(PathId.parse(id, "post-not-found"));
    }

    record PostText(String title, String content) {}

    /// What can be said in a post.
    record PostBody(
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            minLength = 1,
                            maxLength = LONGEST_TITLE)
                    Optional<String> title,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            minLength = 1,
                            maxLength = LONGEST_CONTENT,
                            description = "HTML")
                    Optional<String> content) {

        PostText checked() {
            Fields fields = new Fields();
            String checkedTitle = fields.line("title", title, LONGEST_TITLE);
            Optional<String> checkedContent = fields.text("content", content, LONGEST_CONTENT);
            if (checkedContent.isEmpty()) {
                fields.missing("content");
            }
            fields.orThrow();
            return new PostText(checkedTitle, checkedContent.orElse(""));
        }
    }
}
