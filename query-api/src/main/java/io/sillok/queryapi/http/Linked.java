package io.sillok.queryapi.http;

import io.sillok.platform.web.http.Page;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/// An answer that is part of a longer list, and so has links (RFC 8288) to other parts. A list that
/// is followed by cursor links only forward.
public interface Linked {

    String CURSOR = "cursor";

    /// The part within the list.
    Page<?> part();

    Optional<String> nextCursor();

    /// The value of the `Link` header; empty when there is nothing to link to.
    default Optional<String> links(UriInfo request) {
        return request.getQueryParameters().containsKey(CURSOR)
                ? nextCursor().map(cursor -> next(request, cursor))
                : Optional.of(part().links(request));
    }

    private static String next(UriInfo request, String cursor) {
        var uri =
                request.getRequestUriBuilder()
                        .scheme(null)
                        .host(null)
                        .port(-1)
                        .replaceQueryParam(CURSOR, cursor);
        return "<%s>; rel=\"next\"".formatted(uri.build());
    }
}
