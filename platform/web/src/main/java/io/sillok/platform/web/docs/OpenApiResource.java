package io.sillok.platform.web.docs;

import io.sillok.platform.web.access.Public;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The OpenAPI document, made when it is first asked for. Thread-safe.
@Path("/openapi.json")
@Public
@Hidden
public final class OpenApiResource {

    private final Supplier<String> source;
    private volatile @Nullable String document;

    public OpenApiResource(Supplier<String> source) {
        this.source = source;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public synchronized String document() {
        String made = document;
        if (made == null) {
            made = source.get();
            document = made;
        }
        return made;
    }
}
