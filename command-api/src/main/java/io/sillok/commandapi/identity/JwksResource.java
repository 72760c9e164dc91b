package io.sillok.commandapi.identity;

import io.sillok.platform.web.access.Public;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;

/// The public keys of the token issuer (RFC 7517), so that anybody can verify tokens offline.
@Path("/.well-known/jwks.json")
@Public
@Tag(name = "identity")
public final class JwksResource {

    private static final String MEDIA_TYPE = "application/jwk-set+json";

    private final java.nio.file.Path file;

    /// @param file with the key set; read anew for every answer, so that rotation needs no restart
    public JwksResource(java.nio.file.Path file) {
        this.file = file;
    }

    @GET
    @Produces(MEDIA_TYPE)
    @Operation(operationId = "jwks", summary = "The keys that tokens are verified with")
    public Response keys() throws IOException {
        return Response.ok(Files.readString(file), MEDIA_TYPE)
                .header("Cache-Control", "public, max-age=300")
                .build();
    }
}
