package io.sillok.commandapi.catalog.tus;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.util.Optional;
import java.util.Set;

/// Lets those send PATCH and DELETE who can only send POST: the method in `X-HTTP-Method-Override`
/// counts, on the paths below one path alone. What the method demands of its caller is asked
/// afterwards, so nothing is gained by it.
@PreMatching
public final class TusMethodOverride implements ContainerRequestFilter {

    private static final Set<String> METHODS = Set.of(HttpMethod.PATCH, HttpMethod.DELETE);

    private final TusPath path;

    public TusMethodOverride(TusPath path) {
        this.path = path;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (path.holdsOne(request) && request.getMethod().equals(HttpMethod.POST)) {
            Optional.ofNullable(request.getHeaderString(Tus.METHOD_OVERRIDE))
                    .filter(METHODS::contains)
                    .ifPresent(request::setMethod);
        }
    }
}
