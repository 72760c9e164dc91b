package io.sillok.commandapi.catalog.tus;

import jakarta.ws.rs.container.ContainerRequestContext;

/// Where uploads are.
///
/// @param path such as `/api/v1/uploads`
public record TusPath(String path) {

    boolean holds(ContainerRequestContext request) {
        String asked = "/" + request.getUriInfo().getPath();
        return asked.equals(path) || isBelow(asked);
    }

    /// Whether a request is about one upload.
    boolean holdsOne(ContainerRequestContext request) {
        return isBelow("/" + request.getUriInfo().getPath());
    }

    private boolean isBelow(String asked) {
        return asked.startsWith(path + "/");
    }
}
