package io.sillok.queryapi;

import io.sillok.platform.web.Api;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;

/// What the API's description says of every read from a view: how fresh the answer is to be.
final class QueryDocs {

    private static final String AUDIT = Api.BASE + "/audit";

    private QueryDocs() {}

    static void describe(OpenAPI document) {
        document.getPaths().entrySet().stream()
                .filter(path -> path.getKey().startsWith(Api.BASE))
                .filter(path -> !path.getKey().startsWith(AUDIT))
                .flatMap(path -> path.getValue().readOperations().stream())
                .forEach(QueryDocs::describe);
    }

    private static void describe(Operation operation) {
        operation.addParametersItem(
                header(
                        "Consistency-Token",
                        "one or several, as commands were answered: the answer includes them"));
        operation.addParametersItem(
                header("Consistency", "strong: the answer includes all that was settled before"));
        operation.addParametersItem(
                header(
                        "Prefer",
                        "handling=lenient: rather a stale answer, marked Consistency: stale; lag=…,"
                                + " than 503 when that takes too long"));
    }

    private static Parameter header(String name, String description) {
        return new HeaderParameter().name(name).description(description).schema(new StringSchema());
    }
}
