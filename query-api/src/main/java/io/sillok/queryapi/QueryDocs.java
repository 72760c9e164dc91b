package io.sillok.queryapi;

import io.sillok.platform.web.Api;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Optional;

/// What the API's description says of every read from a view: how fresh the answer is to be, and by
/// which tag it is known.
final class QueryDocs {

    private static final String AUDIT = Api.BASE + "/audit";
    private static final String IF_NONE_MATCH = "If-None-Match";

    private QueryDocs() {}

    static void describe(OpenAPI document) {
        document.getPaths().entrySet().stream()
                .filter(path -> path.getKey().startsWith(Api.BASE))
                .filter(path -> !path.getKey().startsWith(AUDIT))
                .forEach(path -> describe(path.getValue()));
    }

    private static void describe(PathItem path) {
        path.readOperations().forEach(QueryDocs::describe);
        Optional.ofNullable(path.getGet()).ifPresent(QueryDocs::describeTag);
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

    private static void describeTag(Operation operation) {
        boolean isDescribed =
                operation.getParameters().stream()
                        .anyMatch(parameter -> parameter.getName().equals(IF_NONE_MATCH));
        if (!isDescribed) {
            operation.addParametersItem(
                    header(IF_NONE_MATCH, "entity tags of what the caller has, or *"));
        }
        ApiResponses answers = operation.getResponses();
        answers.putIfAbsent(
                "304", new ApiResponse().description("the caller has this version already"));
        Optional.ofNullable(answers.get("200"))
                .ifPresent(answer -> answer.addHeaderObject("ETag", tag()));
    }

    private static Header tag() {
        return new Header()
                .description("a strong entity tag; of a resource, its version")
                .schema(new StringSchema());
    }

    private static Parameter header(String name, String description) {
        return new HeaderParameter().name(name).description(description).schema(new StringSchema());
    }
}
