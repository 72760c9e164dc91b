package io.sillok.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.schemas.wire.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// What an API answered.
record Answer(HttpResponse<byte[]> response) {

    private static final int SHOWN = 300;

    /// This, if it has the right status.
    Answer expect(int status) {
        Unexpected.unless(
                status() == status, "%s instead of %d to %s".formatted(this, status, request()));
        return this;
    }

    /// This, if it refuses with the right code.
    Answer expectProblem(int status, String code) {
        var found = expect(status).text("code");
        Unexpected.unless(found.equals(code), "%s instead of %s".formatted(found, code));
        return this;
    }

    int status() {
        return response.statusCode();
    }

    byte[] bytes() {
        return response.body();
    }

    JsonNode json() {
        try {
            return bytes().length == 0 ? Json.object(Map.of()) : Json.tree(bytes());
        } catch (IOException e) {
            throw Unexpected.of(this + " is not JSON");
        }
    }

    /// A field of the answered object; empty when it is not there.
    String text(String field) {
        return json().path(field).asText("");
    }

    /// A header; empty when it is not there.
    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private String request() {
        return response.request().method() + " " + response.request().uri();
    }

    @Override
    public String toString() {
        var body = new String(bytes(), StandardCharsets.UTF_8);
        return status() + " " + body.substring(0, Math.min(SHOWN, body.length()));
    }
}
