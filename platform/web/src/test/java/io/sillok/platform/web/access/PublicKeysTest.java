package io.sillok.platform.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicKeysTest {

    private static final JWKSelector ALL = new JWKSelector(new JWKMatcher.Builder().build());

    private static JWK key() throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate().toPublicJWK();
    }

    private static void write(Path file, JWK key, Instant modified) throws IOException {
        Files.writeString(file, new JWKSet(key).toString());
        Files.setLastModifiedTime(file, FileTime.from(modified));
    }

    @Test
    void areReadAgainWhenTheirFileChanges(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("jwks.json");
        JWK first = key();
        JWK second = key();
        JWKSource<SecurityContext> keys = PublicKeys.at(file.toString());

        write(file, first, Instant.ofEpochSecond(1));
        assertThat(keys.get(ALL, null)).isEqualTo(List.of(first));
        write(file, second, Instant.ofEpochSecond(2));
        assertThat(keys.get(ALL, null)).isEqualTo(List.of(second));
    }

    private static HttpServer serving(AtomicReference<JWKSet> keys, AtomicInteger fetches)
            throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/jwks.json",
                exchange -> {
                    fetches.incrementAndGet();
                    byte[] body = keys.get().toString().getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        return server;
    }

    private static JWKSource<SecurityContext> at(HttpServer server) {
        return PublicKeys.at("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks.json");
    }

    private static JWKSelector named(JWK key) {
        return new JWKSelector(new JWKMatcher.Builder().keyID(key.getKeyID()).build());
    }

    @Test
    void areFetchedFromAUrlAndSurviveItsOutage() throws Exception {
        JWK key = key();
        HttpServer server = serving(new AtomicReference<>(new JWKSet(key)), new AtomicInteger());
        JWKSource<SecurityContext> keys = at(server);

        assertThat(keys.get(ALL, null)).isEqualTo(List.of(key));
        server.stop(0);
        assertThat(keys.get(ALL, null)).isEqualTo(List.of(key));
    }

    @Test
    void areFetchedAgainForAKeyThatIsNotKnownYet() throws Exception {
        JWK first = key();
        JWK second = key();
        var served = new AtomicReference<>(new JWKSet(first));
        HttpServer server = serving(served, new AtomicInteger());
        JWKSource<SecurityContext> keys = at(server);
        assertThat(keys.get(named(first), null)).isEqualTo(List.of(first));

        served.set(new JWKSet(List.of(first, second)));

        assertThat(keys.get(named(second), null)).isEqualTo(List.of(second));
        server.stop(0);
    }

    @Test
    void areNotFetchedForEveryTokenOfAForger() throws Exception {
        AtomicInteger fetches = new AtomicInteger();
        HttpServer server = serving(new AtomicReference<>(new JWKSet(key())), fetches);
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks.json";
        TokenVerifier verifier =
                new TokenVerifier(new TokenSettings("sillok", "sillok", url), PublicKeys.at(url));
        var stranger = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        Tokens forged =
                new Tokens(
                        new ECDSASigner(stranger),
                        JWSAlgorithm.ES256,
                        new JOSEObjectType("at+jwt"),
                        stranger.getKeyID());

        for (int i = 0; i < 20; i++) {
            assertThat(verifier.verify(forged.good()))
                    .isEqualTo(new Verification.Invalid("token-refused"));
        }

        assertThat(fetches.get()).isLessThan(5);
        server.stop(0);
    }
}
