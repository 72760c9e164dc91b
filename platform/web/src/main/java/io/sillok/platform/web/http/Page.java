package io.sillok.platform.web.http;

import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;

/// A part of a list, in the envelope that every list has.
///
/// @param total items in the whole list; at least so many when the total is not exact
/// @param pages how many pages of this size the whole list has; as exact as the total
public record Page<T>(
        List<T> items,
        long total,
        boolean totalIsExact,
        long page,
        int size,
        long pages,
        boolean hasNext,
        boolean hasPrev) {

    public Page {
        items = List.copyOf(items);
    }

    /// A part.
    ///
    /// @param counted of the whole list
    /// @param hasNext whether more items follow
    public static <T> Page<T> of(Paging paging, List<T> items, Total counted, boolean hasNext) {
        Total total = counted.having(paging.offset() + items.size() + (hasNext ? 1 : 0));
        return new Page<>(
                items,
                total.items(),
                total.isExact(),
                paging.page(),
                paging.size(),
                total.pages(paging.size()),
                hasNext,
                paging.offset() > 0);
    }

    /// True when the next part can be asked for by its number.
    public boolean isNextWithinReach() {
        return hasNext && new Paging((page - 1) * size, size).next().isWithinReach();
    }

    /// The `Link` header (RFC 8288) to the first, previous, next and, where it is known, the last
    /// page, as far as they are within reach, keeping every other query parameter.
    public String links(UriInfo request) {
        List<String> links = new ArrayList<>();
        links.add(link(request, 1, "first"));
        if (hasPrev) {
            links.add(link(request, Math.max(1, page - 1), "prev"));
        }
        if (isNextWithinReach()) {
            links.add(link(request, page + 1, "next"));
        }
        if (totalIsExact) {
            links.add(link(request, Math.max(1, pages), "last"));
        }
        return String.join(", ", links);
    }

    private String link(UriInfo request, long target, String relation) {
        UriBuilder uri =
                request.getRequestUriBuilder()
                        .scheme(null)
                        .host(null)
                        .port(-1)
                        .replaceQueryParam("skip")
                        .replaceQueryParam("limit")
                        .replaceQueryParam("page", target)
                        .replaceQueryParam("size", size);
        return "<%s>; rel=\"%s\"".formatted(uri.build(), relation);
    }
}
