package io.sillok.standalone.demo;

import io.sillok.schemas.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;

/// Somebody who uses both APIs with one token, as any program would.
record Visitor(HttpClient http, URI commandApi, URI queryApi, String token)
        implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String TYPE = "Content-Type";

    static Visitor of(URI commandApi, URI queryApi, String token) {
        var http = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
        return new Visitor(http, commandApi, queryApi, token);
    }

    Answer post(String path, Object body, String... headers) throws InterruptedException {
        return send(commandApi, "POST", path, json(body), with(headers, TYPE, "application/json"));
    }

    Answer put(String path, Object body, String... headers) throws InterruptedException {
        return send(commandApi, "PUT", path, json(body), with(headers, TYPE, "application/json"));
    }

    Answer upload(Form form) throws InterruptedException {
        return send(commandApi, "POST", "/api/v1/materials", form.body(), TYPE, form.contentType());
    }

    Answer get(String path, String... headers) throws InterruptedException {
        return send(queryApi, "GET", path, BodyPublishers.noBody(), headers);
    }

    @Override
    public void close() {
        http.close();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer send(URI api, String method, String path, BodyPublisher body, String... headers)
            throws InterruptedException {
        var request =
                HttpRequest.newBuilder(api.resolve(path))
                        .timeout(PATIENCE)
                        .method(method, body)
                        .headers(with(headers, "Authorization", "Bearer " + token))
                        .build();
        try {
            return new Answer(http.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw Unexpected.of("no answer to %s %s (%s)".formatted(method, path, e));
        }
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofByteArray(Json.bytes(body));
    }

    private static String[] with(String[] headers, String name, String value) {
        return Stream.concat(Stream.of(headers), Stream.of(name, value)).toArray(String[]::new);
    }
}
