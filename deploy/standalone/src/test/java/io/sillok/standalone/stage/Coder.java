package io.sillok.standalone.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// Somebody who asks models for code, with a token.
///
/// @param id of their account
public record Coder(Stage stage, String id, Client client) {

    public static final String GENERATE = "/api/v1/generate-code";
    public static final String STREAM = "/api/v1/enhanced-stream-generate";
    public static final int TO_THE_END = -1;

    /// Somebody who never asked before.
    public static Coder fresh(Stage stage) {
        String id = UUID.randomUUID().toString();
        return new Coder(stage, id, stage.client(id, Role.USER));
    }

    /// An agent of theirs whose model is the sandbox with these switches: `each-20:tokens-300`.
    public String agent(String switches) {
        Answer made =
                client.post(
                        "/api/v1/agents",
                        Map.of(
                                "name", "sandbox",
                                "instructions", "Answer.",
                                "model", "sandbox:" + switches));
        if (made.status() != 201) {
            throw new AssertionError("no agent: " + made);
        }
        return made.id();
    }

    public Answer ask(String question, String... headers) {
        return client.post(GENERATE, Map.of("user_question", question), headers);
    }

    public Answer ask(String question, String agent) {
        return client.post(GENERATE, body(question, agent));
    }

    /// Hears an answer until so many tokens were heard.
    public Told stream(String question, String agent, int enough) {
        Map<String, Object> body = body(question, agent);
        body.put("stream", true);
        return hear(
                HttpRequest.newBuilder(client.commandApi().resolve(STREAM))
                        .header("Authorization", "Bearer " + client.token())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(Json.bytes(body)))
                        .build(),
                enough);
    }

    /// Goes on hearing an answer, from a place or from the beginning.
    public Told follow(String generation, String... headers) {
        return follow(generation, TO_THE_END, headers);
    }

    /// The same until so many tokens were heard.
    public Told follow(String generation, int enough, String... headers) {
        URI at = client.queryApi().resolve("/api/v1/generations/" + generation + "/stream");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(at)
                        .header("Authorization", "Bearer " + client.token())
                        .header("Consistency", "strong");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return hear(request.build(), enough);
    }

    public JsonNode generation(String generation) {
        return client.get("/api/v1/generations/" + generation, "Consistency", "strong").json();
    }

    /// What is left and what was spent.
    public JsonNode budget() {
        return client.get("/api/v1/usage", "Consistency", "strong").json().path("budget");
    }

    /// Has an administrator allow them so many tokens a month.
    public void allow(long tokens) {
        Answer allowed =
                stage.admin()
                        .put("/api/v1/budgets/" + id, Map.of("tokens", tokens, "period", "month"));
        if (allowed.status() != 200) {
            throw new AssertionError("not allowed: " + allowed);
        }
    }

    public Told hear(HttpRequest request, int enough) {
        try {
            HttpResponse<InputStream> answer =
                    client.http().send(request, BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw new AssertionError(
                        answer.statusCode()
                                + " "
                                + new String(answer.body().readAllBytes(), UTF_8));
            }
            return Told.hear(answer.body(), enough);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while hearing a stream", e);
        }
    }

    private static Map<String, Object> body(String question, String agent) {
        Map<String, Object> body = new HashMap<>();
        body.put("user_question", question);
        body.put("agent_id", agent);
        return body;
    }
}
