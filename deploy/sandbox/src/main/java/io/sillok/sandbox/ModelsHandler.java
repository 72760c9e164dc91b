package io.sillok.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// `GET /v1/models`: there is one.
final class ModelsHandler implements HttpHandler {

    private static final Map<String, Object> LIST =
            Map.of(
                    "object",
                    "list",
                    "data",
                    List.of(
                            Map.of(
                                    "id",
                                    Wire.MODEL,
                                    "object",
                                    "model",
                                    "created",
                                    Wire.CREATED,
                                    "owned_by",
                                    "sillok")));

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Replies.json(exchange, 200, LIST);
    }
}
