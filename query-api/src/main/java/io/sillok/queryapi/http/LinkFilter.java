package io.sillok.queryapi.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;

/// Gives every [Linked] answer its `Link` header, unless the request was so long that its links
/// would be more than the headers of an answer may hold.
public final class LinkFilter implements ContainerResponseFilter {

    private static final int LONGEST = 4_000;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Linked part) {
            part.links(request.getUriInfo())
                    .filter(links -> links.length() <= LONGEST)
                    .ifPresent(links -> response.getHeaders().putSingle(HttpHeaders.LINK, links));
        }
    }
}
