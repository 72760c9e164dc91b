package io.sillok.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/// Whole answers.
final class Replies {

    private Replies() {}

    static void json(HttpExchange exchange, int status, Object value) throws IOException {
        send(exchange, status, "application/json", SandboxJson.bytes(value));
    }

    static void refuse(HttpExchange exchange, Refusal refusal) throws IOException {
        refusal.retryAfter()
                .ifPresent(
                        seconds ->
                                exchange.getResponseHeaders()
                                        .set("Retry-After", Integer.toString(seconds)));
        Map<String, Object> error = new TreeMap<>();
        error.put("message", refusal.message());
        error.put("type", refusal.type());
        error.put("param", SandboxJson.nothing());
        error.put("code", refusal.code().<Object>map(code -> code).orElseGet(SandboxJson::nothing));
        json(exchange, refusal.status(), Map.of("error", error));
    }

    static void text(HttpExchange exchange, String type, String text) throws IOException {
        send(exchange, 200, type, text.getBytes(UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
