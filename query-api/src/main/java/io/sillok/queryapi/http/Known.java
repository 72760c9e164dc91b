package io.sillok.queryapi.http;

import io.sillok.platform.web.http.EntityTags;
import io.sillok.platform.web.problems.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;

/// What a caller has already, as `If-None-Match` says (RFC 9110, 13.1.2).
public final class Known {

    /// Clients may keep the answer, but must ask whether it is still right.
    public static final String REVALIDATED = "private, no-cache";

    private final Optional<EntityTags> tags;

    private Known(Optional<EntityTags> tags) {
        this.tags = tags;
    }

    /// Reads the header.
    ///
    /// @throws ProblemException when it is not well-formed
    public static Known of(MultivaluedMap<String, String> headers) {
        List<String> lines = headers.getOrDefault(HttpHeaders.IF_NONE_MATCH, List.of());
        return new Known(EntityTags.parse(HttpHeaders.IF_NONE_MATCH, lines));
    }

    /// Whether this representation is among it.
    ///
    /// @param opaque its tag without the quotes
    public boolean has(String opaque) {
        return tags.filter(all -> all.matchesWeakly(opaque)).isPresent();
    }
}
