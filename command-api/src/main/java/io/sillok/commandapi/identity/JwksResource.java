package io.sillok.commandapi.identity;

import io.sillok.platform.web.access.Public;
import io.sillok.platform.web.access.SigningKeys;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;

/// The public keys of the token issuer (RFC 7517), so that anybody can verify tokens offline. May
/// be kept for less time than a new key is shown before it signs.
@Path("/.well-known/jwks.json")
@Public
@Tag(name = "identity")
public final class JwksResource {

    private static final String MEDIA_TYPE = "application/jwk-set+json";

    private final SigningKeys keys;
    private final InstantSource clock = InstantSource.system();

    public JwksResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @Produces(MEDIA_TYPE)
    @Operation(operationId = "jwks", summary = "The keys that tokens are verified with")
    public Response keys() {
        return Response.ok(keys.published(clock.instant()), MEDIA_TYPE)
                .header("Cache-Control", "public, max-age=300")
                .build();
    }
}
