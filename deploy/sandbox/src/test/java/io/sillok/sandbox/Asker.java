package io.sillok.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/// Calls a sandbox model over HTTP.
record Asker(SandboxModel model, HttpClient http) implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Asker of(SandboxModel model) {
        return new Asker(model, HttpClient.newHttpClient());
    }

    HttpResponse<String> chat(String body) throws IOException, InterruptedException {
        return http.send(post(body, SandboxSettings.USUAL_KEY), BodyHandlers.ofString());
    }

    HttpResponse<String> chatWithKey(String key) throws IOException, InterruptedException {
        return http.send(post(body("sandbox", "Hi", ""), key), BodyHandlers.ofString());
    }

    HttpResponse<InputStream> open(String body) throws IOException, InterruptedException {
        return http.send(post(body, SandboxSettings.USUAL_KEY), BodyHandlers.ofInputStream());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(model.uri().resolve(path))
                        .header("Authorization", "Bearer " + SandboxSettings.USUAL_KEY)
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> put(String path, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(model.uri().resolve(path))
                        .PUT(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /// The frames of a streamed answer.
    static List<String> frames(HttpResponse<String> response) {
        return response.body()
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.substring("data: ".length()))
                .toList();
    }

    static JsonNode json(String text) throws IOException {
        return JSON.readTree(text);
    }

    /// @param more further members, each with a comma before it
    static String body(String model, String question, String more) {
        return """
        {"model": "%s", "messages": [{"role": "user", "content": "%s"}]%s}
        """
                .formatted(model, question, more);
    }

    static String streamed(String model, String question) {
        return body(
                model,
                question,
                ", \"stream\": true, \"stream_options\": {\"include_usage\": true}");
    }

    private HttpRequest post(String body, String key) {
        return HttpRequest.newBuilder(URI.create(model.uri() + "/chat/completions"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    @Override
    public void close() {
        http.close();
    }
}
