package io.sillok.standalone.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.stream.Stream;

/// The operations of an OpenAPI document.
public final class Operations {

    private Operations() {}

    public static Stream<Endpoint> of(String api, JsonNode document) {
        return document.path("paths")
                .propertyStream()
                .flatMap(
                        path ->
                                path.getValue()
                                        .propertyStream()
                                        .map(
                                                operation ->
                                                        new Endpoint(
                                                                api,
                                                                operation
                                                                        .getKey()
                                                                        .toUpperCase(Locale.ROOT),
                                                                path.getKey())));
    }

    /// Whether an operation is described as one that takes no token.
    static boolean isOpen(JsonNode document, Endpoint endpoint) {
        JsonNode security =
                document.path("paths")
                        .path(endpoint.path())
                        .path(endpoint.method().toLowerCase(Locale.ROOT))
                        .path("security");
        return security.isArray() && security.path(0).isEmpty();
    }
}
