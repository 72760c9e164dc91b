package io.sillok.queryapi.consistency;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.stream.Stream;

/// Whether a caller asks that an answer includes what was written before.
public final class Freshness {

    private Freshness() {}

    /// True for a request that was held back until its view had seen enough, if it had to be: only
    /// that view may answer it.
    public static boolean isAskedFor(HttpHeaders request) {
        return Stream.of(Demand.TOKEN, Demand.CONSISTENCY)
                .anyMatch(name -> request.getHeaderString(name) != null);
    }
}
