package io.sillok.platform.web.exchange;

import org.eclipse.jetty.http.HttpFields;

/// The headers that every answer has, errors of the server itself included.
public final class StandardHeaders {

    private StandardHeaders() {}

    /// Sets them at the start of an exchange; resources may replace some.
    public static void apply(HttpFields.Mutable headers, Exchange exchange) {
        headers.put("X-Request-Id", exchange.requestId());
        headers.put("traceparent", exchange.trace().toString());
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        headers.put("Cache-Control", "no-store");
    }

    /// Sets what is known only when the answer leaves.
    public static void applyLast(HttpFields.Mutable headers, Exchange exchange) {
        headers.put("X-Process-Time", exchange.millis() + "ms");
    }
}
