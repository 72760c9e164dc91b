package io.sillok.queryapi.catalog;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Public;
import io.sillok.queryapi.cache.ResourceCache;
import io.sillok.queryapi.consistency.Freshness;
import io.sillok.queryapi.consistency.Reads;
import io.sillok.queryapi.consistency.View;
import io.sillok.queryapi.http.AsOf;
import io.sillok.queryapi.http.Listing;
import io.sillok.queryapi.http.Moment;
import io.sillok.queryapi.http.NotFound;
import io.sillok.queryapi.http.Paged;
import io.sillok.schemas.catalog.ItemId;
import io.sillok.schemas.catalog.ItemResource;
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

/// The items on offer, for anybody.
@Path(Api.BASE + "/items")
@Produces(MediaType.APPLICATION_JSON)
@Public
@Tag(name = "catalog")
public final class ItemsResource {

    private static final String KIND = "item";

    private final ItemQueries items;
    private final ResourceCache<ItemResource> cache;
    private final PastCatalog past;

    ItemsResource(ItemQueries items, ResourceCache<ItemResource> cache, PastCatalog past) {
        this.items = items;
        this.cache = cache;
        this.past = past;
    }

    @GET
    @Reads(View.ITEMS)
    @Paged
    @Operation(
            operationId = "listItems",
            summary = "The items, newest first",
            parameters = {
                @Parameter(in = QUERY, name = "owner", description = "id of who offers it"),
                @Parameter(
                        in = QUERY,
                        name = "min_price",
                        description = "decimal number, inclusive"),
                @Parameter(
                        in = QUERY,
                        name = "max_price",
                        description = "decimal number, inclusive"),
                @Parameter(
                        in = QUERY,
                        name = "currency",
                        description = "ISO 4217; KRW when a price is given"),
                @Parameter(
                        in = QUERY,
                        name = "search",
                        description = "words that title or description hold, up to 200 characters"),
                @Parameter(
                        in = QUERY,
                        name = "from",
                        description = "RFC 3339: created at or after"),
                @Parameter(in = QUERY, name = "to", description = "RFC 3339: created before"),
                @Parameter(
                        in = QUERY,
                        name = "sort",
                        description =
                                "created_at, updated_at, title or price; a minus before it reverses; default -created_at")
            })
    public Listing<ItemResource> list(@Context UriInfo request) {
        return items.list(ItemQueries.asked(request.getQueryParameters()));
    }

    @GET
    @Path("/{id}")
    @Reads(View.ITEMS)
    @AsOf
    @Operation(operationId = "getItem", summary = "One item")
    public ItemResource one(
            @PathParam("id") String text, @Context UriInfo request, @Context HttpHeaders headers) {
        ItemId id = new ItemId(NotFound.id(KIND, text));
        return Moment.of(request)
                .read(() -> now(id, headers), time -> asOf(id, time))
                .orElseThrow(NotFound.of(KIND));
    }

    private Optional<ItemResource> now(ItemId id, HttpHeaders headers) {
        return cache.find(id.value(), Freshness.isAskedFor(headers), () -> items.find(id));
    }

    /// What is gone today is not shown as it was.
    private Optional<ItemResource> asOf(ItemId id, Instant time) {
        var moments = past.item(id, time);
        boolean mayLook = moments.now().filter(now -> !now.removed()).isPresent();
        return moments.then().filter(_ -> mayLook).map(ItemResource::of);
    }
}
