package io.sillok.queryapi.http;

import static java.util.stream.Collectors.joining;

import io.sillok.platform.web.http.Page;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.stream.Stream;

/// An answer that is part of a longer list, and so has links (RFC 8288) to other parts. A list that
/// is followed by cursor links only forward; so does the deepest part that numbers lead to.
public interface Linked {

    String CURSOR = "cursor";

    /// The part within the list.
    Page<?> part();

    Optional<String> nextCursor();

    /// The value of the `Link` header; empty when there is nothing to link to.
    default Optional<String> links(UriInfo request) {
        Optional<String> next = nextCursor().map(cursor -> next(request, cursor));
        if (request.getQueryParameters().containsKey(CURSOR)) {
            return next;
        }
        String byNumber = part().links(request);
        return Optional.of(
                part().isNextWithinReach()
                        ? byNumber
                        : Stream.concat(Stream.of(byNumber), next.stream()).collect(joining(", ")));
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
