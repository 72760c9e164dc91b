package io.sillok.commandapi;

import io.sillok.commandapi.catalog.UploadsResource;
import io.sillok.platform.web.Api;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Set;

/// What the API's description says of every command: the headers that all of them understand, and
/// the answer to one that is not settled in time. Resumable uploads speak tus and say so
/// themselves.
final class CommandDocs {

    /// What is about sessions or about providers is answered at once or not at all; what is no
    /// command, always.
    private static final Set<String> AT_ONCE =
            Set.of(
                    Api.BASE + "/auth/oidc/{provider}",
                    Api.BASE + "/auth/oidc/{provider}/callback",
                    Api.BASE + "/auth/oidc/{provider}/link",
                    Api.BASE + "/auth/login",
                    Api.BASE + "/auth/token",
                    Api.BASE + "/auth/refresh",
                    Api.BASE + "/auth/logout",
                    Api.BASE + "/validate");

    private CommandDocs() {}

    static void describe(OpenAPI document) {
        document.getPaths()
                .forEach(
                        (path, item) -> {
                            if (path.startsWith(Api.BASE)
                                    && !AT_ONCE.contains(path)
                                    && !path.startsWith(UploadsResource.PATH)) {
                                item.readOperationsMap().forEach(CommandDocs::describe);
                            }
                        });
    }

    private static void describe(PathItem.HttpMethod method, Operation operation) {
        operation.addParametersItem(
                header(
                        "Prefer",
                        "wait=n: seconds to wait for the outcome (0 to 30, default 5);"
                                + " respond-async: do not wait"));
        operation.addParametersItem(
                method == PathItem.HttpMethod.POST && operation.getResponses().containsKey("201")
                        ? header(
                                "Idempotency-Key",
                                "1 to 255 visible ASCII characters; a repeated request under the"
                                        + " same key gets the same answer")
                        : header("If-Match", "the ETag that the change is based on"));
        operation.getResponses().addApiResponse("202", pending());
    }

    private static Parameter header(String name, String description) {
        return new HeaderParameter().name(name).description(description).schema(new StringSchema());
    }

    private static ApiResponse pending() {
        return new ApiResponse()
                .description("Taken and not settled yet")
                .addHeaderObject("Location", answered("where the outcome will be"))
                .addHeaderObject("Retry-After", answered("seconds"))
                .addHeaderObject("Command-Id", answered("the id of the command"))
                .addHeaderObject(
                        "Consistency-Token", answered("for reads that must include the command"));
    }

    private static Header answered(String description) {
        return new Header().description(description).schema(new StringSchema());
    }
}
