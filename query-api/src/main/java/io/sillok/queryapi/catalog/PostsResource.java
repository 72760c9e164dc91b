package io.sillok.queryapi.catalog;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.sillok.platform.web.Api;
import io.sillok.queryapi.cache.ResourceCache;
import io.sillok.queryapi.consistency.Freshness;
import io.sillok.queryapi.consistency.Reads;
import io.sillok.queryapi.consistency.View;
import io.sillok.queryapi.http.AsOf;
import io.sillok.queryapi.http.Listing;
import io.sillok.queryapi.http.Moment;
import io.sillok.queryapi.http.NotFound;
import io.sillok.queryapi.http.Paged;
import io.sillok.schemas.catalog.PostId;
import io.sillok.schemas.catalog.PostResource;
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
    public Listing<PostResource> list(@Context UriInfo request) {
        return posts.list(PostQueries.asked(request.getQueryParameters()));
    }

    @GET
    @Path("/{id}")
    @Reads(View.POSTS)
    @AsOf
    @Operation(operationId = "getPost", summary = "One post")
    public PostResource one(
            @PathParam("id") String text, @Context UriInfo request, @Context HttpHeaders headers) {
        PostId id = new PostId(NotFound.id(KIND, text));
        return Moment.of(request)
                .read(() -> now(id, headers), time -> asOf(id, time))
                .orElseThrow(NotFound.of(KIND));
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
