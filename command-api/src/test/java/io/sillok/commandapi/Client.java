package io.sillok.commandapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.platform.web.access.Grant;
import io.sillok.platform.web.access.Scopes;
import io.sillok.platform.web.access.SigningKeys;
import io.sillok.platform.web.access.TokenIssuer;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/// Somebody who uses the command API over HTTP.
record Client(HttpClient http, URI uri, Path keys) implements AutoCloseable {

    static Client of(URI uri, Path keys) {
        return new Client(HttpClient.newHttpClient(), uri, keys);
    }

    /// A request with a token of these roles.
    HttpRequest.Builder as(String path, Role... roles) {
        return anonymous(path).header("Authorization", "Bearer " + token(roles));
    }

    HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(uri.resolve(path));
    }

    String token(Role... roles) {
        return token("ada", roles);
    }

    String token(String user, Role... roles) {
        Set<Role> held = Set.of(roles);
        return new TokenIssuer(SigningKeys.in(keys), "sillok", "sillok")
                .issue(
                        new Grant(user, held, Scopes.of(held), Duration.ofMinutes(5)),
                        Instant.now());
    }

    HttpRequest.Builder category(String json) {
        return as("/api/v1/categories", Role.EDITOR)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
    }

    HttpRequest.Builder upload(Multipart body) {
        return upload(body.contentType(), BodyPublishers.ofByteArray(body.bytes()));
    }

    HttpRequest.Builder upload(String contentType, BodyPublisher body) {
        return as("/api/v1/materials", Role.USER).header("Content-Type", contentType).POST(body);
    }

    Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofByteArray()));
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

    /// What the API answered.
    record Answer(HttpResponse<byte[]> response) {

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            try {
                return Json.tree(response.body());
            } catch (IOException e) {
                throw new AssertionError("not JSON: " + text(), e);
            }
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        /// `404 E4007 material-not-found`.
        String problem() {
            return status()
                    + " "
                    + json().path("code").asText()
                    + " "
                    + json().path("reason").asText();
        }
    }
}
