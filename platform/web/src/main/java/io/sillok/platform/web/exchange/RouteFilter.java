package io.sillok.platform.web.exchange;

import static java.util.stream.Collectors.joining;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.uri.UriTemplate;

/// Notes which resource answers a request, as its path template: metrics must not have a series for
/// every id.
public final class RouteFilter implements ContainerRequestFilter {

    private final HttpServletRequest servletRequest;

    public RouteFilter(@Context HttpServletRequest servletRequest) {
        this.servletRequest = servletRequest;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getUriInfo() instanceof ExtendedUriInfo uri) {
            Exchange.of(servletRequest)
                    .routed(
                            uri.getMatchedTemplates().reversed().stream()
                                    .map(UriTemplate::getTemplate)
                                    .collect(joining()));
        }
    }
}
