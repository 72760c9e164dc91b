package io.sillok.standalone.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.schemas.wire.Json;
import io.sillok.standalone.LaunchFailure;
import io.sillok.standalone.home.Running;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The accounts of a running platform. What it throws has a message that says what is wrong.
public record Accounts(HttpClient http, URI commandApi, URI queryApi) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String USERS = "/api/v1/users";

    public static Accounts of(Running running) {
        return new Accounts(
                HttpClient.newBuilder().version(Version.HTTP_1_1).build(),
                running.commandApi(),
                running.queryApi());
    }

    /// Makes an account, and answers its id.
    public String register(Login login, String email) throws InterruptedException {
        return reply(login, email).orFail("the account was not made").text("id");
    }

    Reply reply(Login login, String email, String... headers) throws InterruptedException {
        return send(
                commandApi,
                "POST",
                "/api/v1/auth/register",
                Map.of(
                        "email", email,
                        "username", login.name(),
                        "password", login.password()),
                headers);
    }

    /// Signs in and answers an access token.
    public String token(Login login) throws InterruptedException {
        return send(
                        commandApi,
                        "POST",
                        "/api/v1/auth/login",
                        Map.of("username", login.name(), "password", login.password()))
                .orFail("not signed in as " + login.name())
                .text("access_token");
    }

    /// Gives somebody these roles instead of those they have.
    public void giveRoles(String token, String id, List<String> roles) throws InterruptedException {
        administer(token, id, Map.of("roles", roles));
    }

    /// Lets somebody do anything, or nothing.
    public void setActive(String token, String id, boolean active) throws InterruptedException {
        administer(token, id, Map.of("active", active));
    }

    /// Lets the suspended erasure of a person go on.
    ///
    /// @param id of the person, of whom nothing else is known any more
    public void resumeErasure(String token, String id) throws InterruptedException {
        var _ =
                send(
                                commandApi,
                                "POST",
                                USERS + "/" + id + "/erasure/resume",
                                Map.of(),
                                bearer(token))
                        .orFail("the erasure does not go on");
    }

    private void administer(String token, String id, Map<String, ?> patch)
            throws InterruptedException {
        var _ =
                send(commandApi, "PATCH", USERS + "/" + id, patch, bearer(token))
                        .orFail("the account was not changed");
    }

    /// The id of the account with a user name or an e-mail address.
    public String find(String token, String name) throws InterruptedException {
        String query = "?size=100&search=" + URLEncoder.encode(name, UTF_8);
        Reply found =
                send(
                                queryApi,
                                "GET",
                                USERS + query,
                                Map.of(),
                                with(bearer(token), "Consistency", "strong"))
                        .orFail("the accounts were not listed");
        return found.json()
                .path("items")
                .valueStream()
                .filter(user -> is(user, "username", name) || is(user, "email", name))
                .map(user -> user.path("id").asText())
                .findFirst()
                .orElseThrow(() -> new LaunchFailure("nobody is called '%s'".formatted(name)));
    }

    private static boolean is(JsonNode user, String field, String name) {
        return user.path(field).asText().equalsIgnoreCase(name);
    }

    private static String[] bearer(String token) {
        return new String[] {"Authorization", "Bearer " + token};
    }

    private Reply send(URI api, String method, String path, Map<String, ?> body, String... headers)
            throws InterruptedException {
        var content =
                body.isEmpty()
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofByteArray(Json.bytes(body));
        var request =
                HttpRequest.newBuilder(api.resolve(path))
                        .timeout(PATIENCE)
                        .method(method, content)
                        .headers(with(headers, "Content-Type", "application/json"))
                        .build();
        try {
            return Reply.of(http.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new LaunchFailure("the platform does not answer at " + api, e);
        }
    }

    private static String[] with(String[] headers, String name, String value) {
        return Stream.concat(Stream.of(headers), Stream.of(name, value)).toArray(String[]::new);
    }

    @Override
    public void close() {
        http.close();
    }
}
