package io.sillok.standalone.stage;

import static java.util.stream.Collectors.joining;

import io.sillok.schemas.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/// A caller of both APIs with one token. Thread-safe.
///
/// @param token empty for an anonymous caller
public record Client(HttpClient http, URI commandApi, URI queryApi, String token) {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    public Answer post(String path, Object body, String... headers) {
        return command("POST", path, json(body), with(headers, "Content-Type", "application/json"));
    }

    public Answer put(String path, Object body, String... headers) {
        return command("PUT", path, json(body), with(headers, "Content-Type", "application/json"));
    }

    public Answer patch(String path, Object body, String... headers) {
        return command(
                "PATCH", path, json(body), with(headers, "Content-Type", "application/json"));
    }

    /// Sends fields as a form does.
    public Answer form(String path, Map<String, String> fields, String... headers) {
        String body =
                fields.entrySet().stream()
                        .map(
                                field ->
                                        Stage.encoded(field.getKey())
                                                + "="
                                                + Stage.encoded(field.getValue()))
                        .collect(joining("&"));
        return command(
                "POST",
                path,
                BodyPublishers.ofString(body),
                with(headers, "Content-Type", "application/x-www-form-urlencoded"));
    }

    public Answer delete(String path, String... headers) {
        return command("DELETE", path, BodyPublishers.noBody(), headers);
    }

    public Answer upload(Upload upload, String... headers) {
        return command(
                "POST",
                "/api/v1/materials",
                upload.body(),
                with(headers, "Content-Type", upload.contentType()));
    }

    public Answer get(String path, String... headers) {
        return send(queryApi, "GET", path, BodyPublishers.noBody(), headers);
    }

    /// Sends a command. Unless it says otherwise it waits longer than the API would by itself: the
    /// machine also runs the engines and the test.
    public Answer command(String method, String path, BodyPublisher body, String... headers) {
        boolean says = Arrays.asList(headers).contains("Prefer");
        String[] all = says ? headers : with(headers, "Prefer", "wait=30");
        return send(commandApi, method, path, body, all);
    }

    /// Sends one request and waits for its answer.
    ///
    /// @throws UncheckedIOException when the connection breaks or nothing comes in time
    public Answer send(URI api, String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(api.resolve(path)).timeout(PATIENCE).method(method, body);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return Answer.of(http.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }

    private static BodyPublisher json(Object body) {
        return body instanceof String text
                ? BodyPublishers.ofString(text)
                : BodyPublishers.ofByteArray(Json.bytes(body));
    }

    private static String[] with(String[] headers, String name, String value) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = name;
        all[headers.length + 1] = value;
        return all;
    }

    /// The `name` of a category, as a request body.
    public static Map<String, String> named(String name) {
        return Map.of("name", name);
    }

    /// A material's new `title`, as a request body.
    public static Map<String, String> titled(String title) {
        return Map.of("title", title);
    }
}
