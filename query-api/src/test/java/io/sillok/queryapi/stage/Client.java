package io.sillok.queryapi.stage;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.schemas.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Somebody who reads. Immutable.
///
/// @param headers names and values in turn
public record Client(URI base, List<String> headers) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public Client {
        headers = List.copyOf(headers);
    }

    public Client with(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.addAll(List.of(name, value));
        return new Client(base, more);
    }

    /// Gets a resource of the API.
    ///
    /// @param query names and values in turn
    public Answer get(String path, String... query) {
        return send("GET", "/api/v1" + path + text(query));
    }

    public Answer head(String path) {
        return send("HEAD", "/api/v1" + path);
    }

    /// Gets what stands beside the API.
    public Answer outside(String path) {
        return send("GET", path);
    }

    private Answer send(String method, String target) {
        var request =
                HttpRequest.newBuilder(base.resolve(target))
                        .method(method, HttpRequest.BodyPublishers.noBody());
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(String... query) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < query.length; i += 2) {
            text.append(i == 0 ? '?' : '&')
                    .append(query[i])
                    .append('=')
                    .append(URLEncoder.encode(query[i + 1], StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    /// What came back.
    public record Answer(HttpResponse<byte[]> response) {

        public int status() {
            return response.statusCode();
        }

        public byte[] bytes() {
            return response.body();
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            try {
                return Json.tree(response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(text(), e);
            }
        }

        /// The header's value, empty when it is not there.
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /// Code and reason of a problem.
        public String problem() {
            return json().path("code").asText() + " " + json().path("reason").asText();
        }

        /// Where the next part begins.
        public Optional<String> cursor() {
            return Optional.of(json().path("next_cursor").asText()).filter(c -> !c.isEmpty());
        }

        /// The values of one field of all items.
        public List<String> items(String field) {
            return json().path("items").valueStream().map(i -> i.path(field).asText()).toList();
        }
    }
}
