package io.sillok.queryapi.http;

import io.sillok.platform.web.http.EntityTags;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/// Answers with something that has an entity tag: 304 when the caller has it already.
public final class Versioned {

    /// Clients may keep the answer, but must ask whether it is still right.
    public static final String REVALIDATED = "private, no-cache";

    private Versioned() {}

    public static Response answer(HttpHeaders request, long version, Object resource) {
        String tag = EntityTags.of(version);
        Response.ResponseBuilder answer =
                isKnown(request, Long.toString(version))
                        ? Response.notModified()
                        : Response.ok(resource);
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, REVALIDATED)
                .build();
    }

    /// Whether `If-None-Match` names this (RFC 9110, 13.1.2).
    ///
    /// @param opaque the tag without its quotes
    public static boolean isKnown(HttpHeaders request, String opaque) {
        Optional<EntityTags> known =
                EntityTags.parse(
                        HttpHeaders.IF_NONE_MATCH, lines(request, HttpHeaders.IF_NONE_MATCH));
        return known.filter(
                        tags ->
                                switch (tags) {
                                    case EntityTags.Any _ -> true;
                                    case EntityTags.Listed listed -> listed.matchesWeakly(opaque);
                                })
                .isPresent();
    }

    private static List<String> lines(HttpHeaders request, String header) {
        List<String> lines = request.getRequestHeader(header);
        return lines == null ? List.of() : lines;
    }
}
