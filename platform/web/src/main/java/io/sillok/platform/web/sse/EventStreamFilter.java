package io.sillok.platform.web.sse;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Configuration;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/// Lets every event of an [EventStream] leave at once. Jersey holds the first 8 KB of an answer
/// back, whatever is flushed, to learn its length; for these answers it must not.
public final class EventStreamFilter implements ContainerResponseFilter {

    private static final Configuration UNBUFFERED =
            new ResourceConfig().property(ServerProperties.OUTBOUND_CONTENT_LENGTH_BUFFER, 0);

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof EventStream stream
                && response instanceof ContainerResponse own) {
            stream.startsBy(() -> own.enableBuffering(UNBUFFERED));
        }
    }
}
