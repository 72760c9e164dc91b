package io.sillok.queryapi.catalog;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.sillok.platform.web.Api;
import io.sillok.queryapi.cache.ResourceCache;
import io.sillok.queryapi.consistency.Freshness;
import io.sillok.queryapi.consistency.Reads;
import io.sillok.queryapi.consistency.View;
import io.sillok.queryapi.http.Listing;
import io.sillok.queryapi.http.NotFound;
import io.sillok.queryapi.http.Paged;
import io.sillok.queryapi.http.Parameters;
import io.sillok.queryapi.http.Versioned;
import io.sillok.schemas.catalog.PostId;
import io.sillok.schemas.catalog.PostResource;
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

/// The posts, for everybody who is signed in.
@Path(Api.BASE + "/posts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "catalog")
public final class PostsResource {

    private static final String KIND = "post";

    private final PostQueries posts;
    private final ResourceCache<PostResource> cache;
    private final PastCatalog past;

    PostsResource(PostQueries posts, ResourceCache<PostResource> cache, PastCatalog past) {
        this.posts = posts;
        this.cache = cache;
        this.past = past;
    }

    @GET
    @Reads(View.POSTS)
    @Paged
    @Operation(
            operationId = "listPosts",
            summary = "The posts, newest first",
            parameters = {
                @Parameter(in = QUERY, name = "author", description = "id of who wrote it"),
                @Parameter(
                        in = QUERY,
                        name = "search",
                        description = "words that the title holds, up to 200 characters"),
                @Parameter(
                        in = QUERY,
                        name = "from",
                        description = "RFC 3339: created at or after"),
                @Parameter(in = QUERY, name = "to", description = "RFC 3339: created before"),
                @Parameter(
                        in = QUERY,
                        name = "sort",
                        description =
                                "created_at, updated_at or title; a minus before it reverses; default -created_at")
            })
    @ApiResponse(
            responseCode = "200",
            description = "a part of the list",
            useReturnTypeSchema = true)
    public Listing<PostResource> list(@Context UriInfo request) {
        return posts.list(PostQueries.asked(request.getQueryParameters()));
    }

    @GET
    @Path("/{id}")
    @Reads(View.POSTS)
    @Operation(
            operationId = "getPost",
            summary = "One post",
            parameters =
                    @Parameter(
                            in = QUERY,
                            name = "as_of",
                            description = "RFC 3339: as it was at that time, from the log"))
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PostResource.class)))
    @ApiResponse(responseCode = "304", description = "the caller has this version already")
    public Response one(
            @PathParam("id") String text, @Context UriInfo uri, @Context HttpHeaders headers) {
        PostId id = new PostId(NotFound.id(KIND, text));
        Parameters query = new Parameters(uri.getQueryParameters());
        Optional<Instant> asOf = query.time("as_of");
        query.orThrow();
        PostResource post =
                asOf.map(time -> asOf(id, time))
                        .orElseGet(() -> now(id, headers))
                        .orElseThrow(NotFound.of(KIND));
        return Versioned.answer(headers, post.version(), post);
    }

    private Optional<PostResource> now(PostId id, HttpHeaders headers) {
        return cache.find(id.value(), Freshness.isAskedFor(headers), () -> posts.find(id));
    }

    /// What is gone today is not shown as it was.
    private Optional<PostResource> asOf(PostId id, Instant time) {
        var moments = past.post(id, time);
        boolean mayLook = moments.now().filter(now -> !now.retracted()).isPresent();
        return moments.then().filter(_ -> mayLook).map(PostResource::of);
    }
}
