package io.sillok.platform.web;

import io.sillok.platform.web.access.TokenSettings;
import java.time.Duration;
import java.util.List;

/// How a service listens and whom it believes.
///
/// @param host address to listen on; loopback unless a proxy stands elsewhere
/// @param port 0 for any free one
/// @param maxInFlight requests to the API that may be under way at once; more are answered 503
/// @param maxBodyBytes of a JSON body
/// @param slowRequest from when on a request is logged as a warning
/// @param corsOrigins web origins whose pages may call the API
public record WebSettings(
        String host,
        int port,
        int maxInFlight,
        long maxBodyBytes,
        Duration slowRequest,
        List<String> corsOrigins,
        TokenSettings tokens) {

    public WebSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is 0 to 65535");
        }
        if (maxInFlight < 1 || maxBodyBytes < 1) {
            throw new IllegalArgumentException("a bound is at least 1");
        }
        corsOrigins = List.copyOf(corsOrigins);
    }

    /// The defaults, on loopback.
    public static WebSettings onLoopback(int port, TokenSettings tokens) {
        return new WebSettings(
                "127.0.0.1", port, 512, 1_000_000, Duration.ofSeconds(2), List.of(), tokens);
    }
}
