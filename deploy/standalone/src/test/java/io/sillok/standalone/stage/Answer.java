package io.sillok.standalone.stage;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.schemas.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What a call was answered with.
public record Answer(int status, HttpResponse<byte[]> response) {

    public static Answer of(HttpResponse<byte[]> response) {
        return new Answer(response.statusCode(), response);
    }

    public JsonNode json() {
        try {
            return Json.tree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(text(), e);
        }
    }

    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public byte[] bytes() {
        return response.body();
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /// A header that must be there.
    public String required(String name) {
        return header(name).orElseThrow(() -> new AssertionError("no " + name + " in " + this));
    }

    /// The problem's code, or the empty text.
    public String code() {
        return json().path("code").asText();
    }

    /// The problem's reason, or the empty text.
    public String reason() {
        return json().path("reason").asText();
    }

    public String id() {
        return json().path("id").asText();
    }

    @Override
    public String toString() {
        String body = text();
        return status + " " + body.substring(0, Math.min(500, body.length()));
    }
}
