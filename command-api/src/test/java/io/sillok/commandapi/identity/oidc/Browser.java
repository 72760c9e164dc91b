package io.sillok.commandapi.identity.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.schemas.wire.Json;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/// Somebody's browser, one step at a time: it follows no redirect by itself, and what it is to
/// carry is said each time.
final class Browser implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();

    /// Asks for a page.
    ///
    /// @param cookies as the header has them
    Page open(URI uri, String... cookies) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        if (cookies.length > 0) {
            request.header("Cookie", String.join("; ", cookies));
        }
        return send(request);
    }

    /// Asks as the script of a page does.
    Page post(URI uri, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).POST(BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private Page send(HttpRequest.Builder request) {
        try {
            return new Page(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }

    /// What was answered.
    record Page(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        URI location() {
            return URI.create(response.headers().firstValue("Location").orElseThrow());
        }

        String setCookie() {
            return response.headers().firstValue("Set-Cookie").orElse("");
        }

        /// The cookie as a browser sends it back.
        String cookie() {
            HttpCookie cookie = HttpCookie.parse(setCookie()).getFirst();
            return cookie.getName() + "=" + cookie.getValue();
        }

        /// `404 E4007 material-not-found`.
        String problem() {
            JsonNode problem = json();
            return status()
                    + " "
                    + problem.path("code").asText()
                    + " "
                    + problem.path("reason").asText();
        }

        JsonNode json() {
            try {
                return Json.tree(response.body().getBytes(UTF_8));
            } catch (IOException e) {
                throw new AssertionError("no JSON", e);
            }
        }
    }

    /// A URL with one of its parameters changed.
    static URI with(URI uri, String parameter, String value) {
        List<String> parts = new ArrayList<>();
        for (String part : uri.getRawQuery().split("&", -1)) {
            parts.add(part.startsWith(parameter + "=") ? parameter + "=" + value : part);
        }
        return URI.create(uri.toString().split("\\?", 2)[0] + "?" + String.join("&", parts));
    }

    /// A parameter of a URL.
    static String parameter(URI uri, String name) {
        for (String part : uri.getRawQuery().split("&", -1)) {
            if (part.startsWith(name + "=")) {
                return part.substring(name.length() + 1);
            }
        }
        throw new AssertionError("no parameter " + name);
    }
}
