package io.sillok.commandapi.identity.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// A provider that answers what it is told to, whether a provider may answer that or not.
final class Liar implements AutoCloseable {

    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final String TOKENS = "/tokens";

    private static final RSAKey KEY = Issuer.newKey("liars-key");

    private final HttpServer server;
    private final Map<String, Said> says = new ConcurrentHashMap<>();

    private Liar(HttpServer server) {
        this.server = server;
    }

    static Liar start() {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Liar liar = new Liar(server);
            server.createContext("/", liar::answer);
            server.start();
            liar.tellTheTruth();
            return liar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    OidcProvider provider(String name) {
        return new OidcProvider(name, uri(), Issuer.CLIENT, "client-secret", Optional.empty());
    }

    /// Publishes what it must.
    void tellTheTruth() {
        publishes(uri().toString(), uri() + TOKENS);
        says.put("/keys", new Said(200, new JWKSet(KEY.toPublicJWK()).toString()));
    }

    void publishes(String issuer, String tokenEndpoint) {
        discovery(
                200,
                """
                {"issuer": "%s", "authorization_endpoint": "%s/authorize", "token_endpoint": "%s",
                 "jwks_uri": "%s/keys", "subject_types_supported": ["public"]}
                """
                        .formatted(issuer, uri(), tokenEndpoint, uri()));
    }

    void discovery(int status, String body) {
        says.put(DISCOVERY, new Said(status, body));
    }

    void tokens(int status, String body) {
        says.put(TOKENS, new Said(status, body));
    }

    /// Gives an ID token that it signs as it must.
    void idToken(JWTClaimsSet claims) {
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build(),
                        claims);
        try {
            token.sign(new RSASSASigner(KEY));
        } catch (JOSEException e) {
            throw new AssertionError("the key does not sign", e);
        }
        idToken(token.serialize());
    }

    void idToken(String token) {
        tokens(
                200,
                """
                {"access_token": "a", "token_type": "Bearer", "id_token": "%s"}
                """
                        .formatted(token));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Said said = says.getOrDefault(exchange.getRequestURI().getPath(), new Said(404, "{}"));
            byte[] body = said.body().getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(said.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private record Said(int status, String body) {}
}
