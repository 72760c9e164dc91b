package io.sillok.commandapi.catalog.tus;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/// Names the version of the protocol in every answer below one path, also where no resource method
/// was reached.
public final class TusAnswerFilter implements ContainerResponseFilter {

    private final TusPath path;

    public TusAnswerFilter(TusPath path) {
        this.path = path;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (path.holds(request)) {
            response.getHeaders().putSingle(Tus.RESUMABLE, Tus.VERSION);
        }
    }
}
