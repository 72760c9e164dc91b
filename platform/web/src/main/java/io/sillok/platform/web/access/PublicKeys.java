package io.sillok.platform.web.access;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The issuer's public keys (RFC 7517): read again when their file changes, or fetched from a URL,
/// kept for five minutes, fetched again at once for the token of an unknown key (but not without
/// end), and used on for a while when the URL does not answer. Thread-safe.
public final class PublicKeys {

    private static final int FETCH_TIMEOUT_MILLIS = 1_000;
    private static final int LARGEST_SET = 64 * 1024;

    private PublicKeys() {}

    /// The keys at a place.
    ///
    /// @param place a file, or an `http` or `https` URL
    public static JWKSource<SecurityContext> at(String place) {
        return place.startsWith("http://") || place.startsWith("https://")
                ? fetched(place)
                : new InFile(new WatchedFile<>(Path.of(place), PublicKeys::read));
    }

    private static JWKSource<SecurityContext> fetched(String url) {
        var retriever =
                new DefaultResourceRetriever(
                        FETCH_TIMEOUT_MILLIS, FETCH_TIMEOUT_MILLIS, LARGEST_SET);
        try {
            return JWKSourceBuilder.<SecurityContext>create(URI.create(url).toURL(), retriever)
                    .retrying(true)
                    .outageTolerant(true)
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not a URL: " + url, e);
        }
    }

    private record InFile(WatchedFile<JWKSet> keys) implements JWKSource<SecurityContext> {

        @Override
        public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
                throws KeySourceException {
            try {
                Instant now = Instant.now();
                return selector.select(keys.current()).stream()
                        .filter(key -> KeyRing.verifies(key, now))
                        .toList();
            } catch (IOException e) {
                throw new KeySourceException("the key file cannot be read", e);
            }
        }
    }

    private static JWKSet read(Path file) throws IOException {
        try {
            return JWKSet.load(file.toFile());
        } catch (ParseException e) {
            throw new IOException(file + " is no JWK set", e);
        }
    }
}
