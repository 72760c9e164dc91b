package io.sillok.platform.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
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

    @Test
    void areFetchedFromAUrlAndSurviveItsOutage() throws Exception {
        JWK key = key();
        byte[] body = new JWKSet(key).toString().getBytes(StandardCharsets.UTF_8);
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/jwks.json",
                exchange -> {
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        JWKSource<SecurityContext> keys =
                PublicKeys.at("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks.json");

        assertThat(keys.get(ALL, null)).isEqualTo(List.of(key));
        server.stop(0);
        assertThat(keys.get(ALL, null)).isEqualTo(List.of(key));
    }
}
