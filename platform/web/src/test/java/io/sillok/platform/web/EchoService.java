package io.sillok.platform.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.platform.web.access.Grant;
import io.sillok.platform.web.access.Guard;
import io.sillok.platform.web.access.SigningKeys;
import io.sillok.platform.web.access.TokenIssuer;
import io.sillok.platform.web.access.TokenSettings;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.wire.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// A running [EchoApplication] and somebody who uses it.
final class EchoService implements AutoCloseable {

    static final int MAX_IN_FLIGHT = 2;
    static final int MAX_BODY = 1_000;
    static final String ORIGIN = "https://app.example";

    final EchoApplication application;
    final RunningService service;

    private final SigningKeys keys;
    private final HttpClient client = HttpClient.newHttpClient();

    EchoService(Path folder) {
        this(folder, Guard.ofTokensOnly());
    }

    EchoService(Path folder, Guard guard) {
        application = new EchoApplication(guard);
        keys = SigningKeys.in(folder);
        service = RunningService.start(application, configuration(0));
    }

    ServiceConfiguration<String> configuration(int port) {
        WebSettings web =
                new WebSettings(
                        "127.0.0.1",
                        port,
                        MAX_IN_FLIGHT,
                        MAX_BODY,
                        Duration.ofSeconds(2),
                        List.of(ORIGIN),
                        new TokenSettings("sillok", "sillok", keys.jwks().toString()));
        return new ServiceConfiguration<>(web, "");
    }

    HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(service.uri().resolve(path));
    }

    HttpRequest.Builder as(String path, Set<Role> roles, Set<String> scopes) {
        String token =
                new TokenIssuer(keys, "sillok", "sillok")
                        .issue(
                                new Grant("ada", roles, scopes, Duration.ofMinutes(5)),
                                Instant.now());
        return anonymous(path).header("Authorization", "Bearer " + token);
    }

    HttpRequest.Builder echo(String json) {
        return as("/api/v1/echoes", Set.of(Role.USER), Set.of())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    void sendAndForget(HttpRequest.Builder request) {
        var _ = client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /// What the server answers to these very bytes.
    String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static JsonNode json(String body) {
        try {
            return Json.tree(body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + body, e);
        }
    }

    @Override
    public void close() {
        application.resource.held.countDown();
        client.close();
        service.stop();
    }
}
