package io.sillok.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.util.Optional;

/// Lets in who has the key.
///
/// @param key the only one
record Door(String key) {

    HttpHandler guard(HttpHandler inside) {
        return exchange -> {
            if (isOpenTo(exchange)) {
                inside.handle(exchange);
            } else {
                Replies.refuse(exchange, Refusal.wrongKey());
            }
        };
    }

    private boolean isOpenTo(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .filter(("Bearer " + key)::equals)
                .isPresent();
    }
}
