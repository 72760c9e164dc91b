package io.sillok.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/// `/sandbox/switches` and `/sandbox/calls`, for tests.
record ControlHandler(SwitchBoard board, Calls calls) implements HttpHandler {

    private static final String TIMES = "times=";

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        switch (call) {
            case "PUT /sandbox/switches" -> set(exchange);
            case "GET /sandbox/calls" -> tell(exchange);
            default -> Replies.refuse(exchange, Refusal.malformed("nothing is at " + call));
        }
    }

    private void set(HttpExchange exchange) throws IOException {
        String written = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        try {
            Switches switches = Switches.USUAL.with(written);
            Optional<Integer> times =
                    Optional.ofNullable(exchange.getRequestURI().getQuery())
                            .filter(query -> query.startsWith(TIMES))
                            .map(query -> Integer.valueOf(query.substring(TIMES.length())));
            times.ifPresentOrElse(next -> board.set(switches, next), () -> board.set(switches));
            Replies.text(exchange, "text/plain", written);
        } catch (IllegalArgumentException e) {
            Replies.refuse(exchange, Refusal.malformed(String.valueOf(e.getMessage())));
        }
    }

    private void tell(HttpExchange exchange) throws IOException {
        Calls.Count count = calls.count();
        Replies.json(
                exchange,
                200,
                Map.of(
                        "begun",
                        count.begun(),
                        "answered",
                        count.answered(),
                        "abandoned",
                        count.abandoned()));
    }
}
