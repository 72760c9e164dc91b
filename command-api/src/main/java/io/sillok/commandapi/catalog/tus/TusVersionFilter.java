package io.sillok.commandapi.catalog.tus;

import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.List;
import java.util.Map;

/// Lets requests pass that speak the version of the protocol that is spoken here. A question for
/// the [options][HttpMethod#OPTIONS] needs no version.
@Tus
public final class TusVersionFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        boolean asks = request.getMethod().equals(HttpMethod.OPTIONS);
        if (!asks && !List.of(Tus.VERSION).equals(request.getHeaders().get(Tus.RESUMABLE))) {
            throw ProblemException.of(
                            Problem.of(
                                    ErrorCode.E4009,
                                    "tus-version-unsupported",
                                    "Send the header Tus-Resumable: " + Tus.VERSION + "."))
                    .withHeaders(Map.of(Tus.VERSIONS, Tus.VERSION));
        }
    }
}
