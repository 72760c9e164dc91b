package io.sillok.standalone.stage;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.stream.Collectors;

/// A browser on its way through an [IdentityProvider], one step after the other.
///
/// @param authorization where it goes first
/// @param cookie what it carries to the callback
public record OidcLogin(Stage stage, URI authorization, String cookie) {

    private static final String PATH = "/api/v1/auth/oidc/" + IdentityProvider.NAME;

    /// Begins a login.
    public static OidcLogin begin(Stage stage) {
        Answer answer = get(stage, stage.anonymous().commandApi().resolve(PATH));
        return new OidcLogin(stage, URI.create(answer.required("Location")), cookie(answer));
    }

    /// Begins to link an identity to the account of a client.
    public static OidcLogin link(Stage stage, Client client) {
        Answer answer =
                client.send(client.commandApi(), "POST", PATH + "/link", BodyPublishers.noBody());
        JsonNode url = answer.json().path("authorization_url");
        return new OidcLogin(stage, URI.create(url.asText()), cookie(answer));
    }

    /// With another value of a parameter for the provider.
    public OidcLogin with(String parameter, String value) {
        return new OidcLogin(stage, changed(authorization, parameter, value), cookie);
    }

    /// Has the provider prove who it is, and comes back.
    public Answer finish() {
        return comeBack(callback());
    }

    /// Where the provider sends the browser back to.
    public URI callback() {
        return URI.create(get(stage, authorization).required("Location"));
    }

    public Answer comeBack(URI callback) {
        return get(stage, callback, "Cookie", cookie);
    }

    /// A URL with another value of a parameter.
    public static URI changed(URI uri, String parameter, String value) {
        String query =
                Arrays.stream(uri.getRawQuery().split("&", -1))
                        .map(
                                part ->
                                        part.startsWith(parameter + "=")
                                                ? parameter + "=" + value
                                                : part)
                        .collect(Collectors.joining("&"));
        return URI.create(uri.toString().split("\\?", 2)[0] + "?" + query);
    }

    private static Answer get(Stage stage, URI uri, String... headers) {
        return stage.anonymous().send(uri, "GET", uri.toString(), BodyPublishers.noBody(), headers);
    }

    private static String cookie(Answer answer) {
        HttpCookie cookie = HttpCookie.parse(answer.required("Set-Cookie")).getFirst();
        return cookie.getName() + "=" + cookie.getValue();
    }
}
