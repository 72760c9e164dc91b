package io.sillok.commandapi.identity.oidc;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderConfigurationRequest;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.sillok.platform.web.problems.ProblemException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a provider publishes of itself (OpenID Connect Discovery): read when it is needed first,
/// then once an hour; while it cannot be read again, what was read within a day is good.
/// Thread-safe.
final class Discovery {

    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration GOOD = Duration.ofDays(1);

    private final OidcProvider provider;
    private final ProviderHttp http;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Published> last = new AtomicReference<>();

    Discovery(OidcProvider provider, ProviderHttp http, InstantSource clock) {
        this.provider = provider;
        this.http = http;
        this.clock = clock;
    }

    /// What the provider publishes.
    ///
    /// @param keys fetched when they are needed, and again for a token whose key is unknown
    record Published(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Instant read) {

        private boolean isOlderThan(Duration age, Instant now) {
            return read.plus(age).isBefore(now);
        }
    }

    /// @throws ProblemException when it cannot be had, or is not what the provider must publish
    Published published() {
        Instant now = clock.instant();
        Published known = last.get();
        if (known != null && !known.isOlderThan(FRESH, now)) {
            return known;
        }
        try {
            Published read = read(known, now);
            last.set(read);
            return read;
        } catch (IOException e) {
            if (known != null && !known.isOlderThan(GOOD, now)) {
                return known;
            }
            throw OidcProblems.unavailable(e);
        }
    }

    private Published read(@Nullable Published known, Instant now) throws IOException {
        HTTPResponse answer =
                new OIDCProviderConfigurationRequest(provider.expectedIssuer())
                        .toHTTPRequest()
                        .send(http);
        if (!answer.indicatesSuccess()) {
            throw new IOException("answered with status " + answer.getStatusCode());
        }
        OIDCProviderMetadata metadata = checked(parse(answer));
        return new Published(metadata, keys(metadata.getJWKSetURI(), known), now);
    }

    private static OIDCProviderMetadata parse(HTTPResponse answer) {
        try {
            return OIDCProviderMetadata.parse(answer.getBody());
        } catch (ParseException _) {
            throw OidcProblems.incomprehensible("the discovery document cannot be read");
        }
    }

    private OIDCProviderMetadata checked(OIDCProviderMetadata metadata) {
        if (!provider.expectedIssuer().equals(metadata.getIssuer())) {
            throw OidcProblems.incomprehensible("the discovery document is another issuer's");
        }
        boolean complete =
                Stream.of(
                                metadata.getAuthorizationEndpointURI(),
                                metadata.getTokenEndpointURI(),
                                metadata.getJWKSetURI())
                        .allMatch(url -> url != null && Urls.isTrustworthy(url));
        URI users = metadata.getUserInfoEndpointURI();
        if (!complete || (users != null && !Urls.isTrustworthy(users))) {
            throw OidcProblems.incomprehensible("an endpoint is missing or not https");
        }
        return metadata;
    }

    private JWKSource<SecurityContext> keys(URI place, @Nullable Published known)
            throws MalformedURLException {
        if (known != null && known.metadata().getJWKSetURI().equals(place)) {
            return known.keys();
        }
        return JWKSourceBuilder.<SecurityContext>create(place.toURL(), http)
                .outageTolerant(true)
                .build();
    }
}
