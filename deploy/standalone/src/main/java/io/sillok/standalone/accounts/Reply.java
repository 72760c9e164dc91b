package io.sillok.standalone.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.schemas.wire.Json;
import io.sillok.standalone.LaunchFailure;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;

/// What an API answered.
record Reply(int status, JsonNode json) {

    static Reply of(HttpResponse<byte[]> response) {
        try {
            byte[] body = response.body();
            return new Reply(
                    response.statusCode(),
                    body.length == 0 ? Json.object(Map.of()) : Json.tree(body));
        } catch (IOException e) {
            throw new LaunchFailure("the platform answered something that is no JSON", e);
        }
    }

    String text(String field) {
        return json.path(field).asText("");
    }

    /// This, if it is a success.
    ///
    /// @param what was wanted: `the account was not made`
    /// @throws LaunchFailure otherwise, with what the platform said
    Reply orFail(String what) {
        if (status < 300) {
            return this;
        }
        Optional<String> violations =
                json.path("violations")
                        .valueStream()
                        .map(v -> v.path("field").asText() + " " + v.path("message").asText())
                        .reduce((one, other) -> one + ", " + other);
        throw new LaunchFailure(
                "%s: %s%s (%s)"
                        .formatted(
                                what,
                                text("detail"),
                                violations.map(each -> " " + each).orElse(""),
                                text("reason")));
    }
}
