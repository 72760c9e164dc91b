package io.sillok.standalone.stage;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.oauth2.sdk.TokenRequest;
import io.sillok.commandapi.identity.oidc.OidcProvider;
import io.sillok.commandapi.identity.oidc.OidcSettings;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/// An OpenID Connect provider on this machine. Whoever comes is the one whom it was told to expect
/// next; what it says of them may be wrong.
public final class IdentityProvider implements AutoCloseable {

    public static final String NAME = "people";

    private static final String CLIENT = "sillok";

    private final Keys keys = new Keys();
    private final MockOAuth2Server server =
            new MockOAuth2Server(
                    new OAuth2Config(false, null, null, false, new OAuth2TokenProvider(keys)));

    private IdentityProvider() {}

    public static IdentityProvider start() {
        IdentityProvider provider = new IdentityProvider();
        provider.server.start();
        return provider;
    }

    public URI issuer() {
        return URI.create(
                "http://localhost:" + server.getConfig().getHttpServer().port() + "/" + NAME);
    }

    /// The settings of a platform that lets in whom it proves.
    public OidcSettings settings() {
        return new OidcSettings(
                Optional.empty(),
                List.of(new OidcProvider(NAME, issuer(), CLIENT, "secret", Optional.empty())));
    }

    /// Somebody comes next.
    ///
    /// @param claims of the ID token, in place of what would stand there
    public void expect(String subject, Map<String, Object> claims) {
        server.enqueueCallback(new Tokens(subject, claims));
    }

    /// Somebody with a verified e-mail address comes next.
    public void expect(String subject, String email) {
        expect(subject, Map.of("email", email, "email_verified", true, "name", "Ada Lovelace"));
    }

    /// Signs with a key that is not published, and calls it by the name of the one that is.
    public void signWithAnotherKey(boolean other) {
        keys.current = other ? Keys.ANOTHER : Keys.PUBLISHED;
    }

    @Override
    public void close() {
        server.shutdown();
    }

    private static final class Keys extends KeyProvider {

        static final RSAKey PUBLISHED = make();
        static final RSAKey ANOTHER = make();

        volatile RSAKey current = PUBLISHED;

        Keys() {
            super(List.of());
        }

        private static RSAKey make() {
            try {
                return new RSAKeyGenerator(2048).keyID("key").generate();
            } catch (JOSEException e) {
                throw new AssertionError("no key", e);
            }
        }

        @Override
        public JWK signingKey(String keyId) {
            return current;
        }
    }

    private static final class Tokens extends DefaultOAuth2TokenCallback {

        private final Map<String, Object> claims;

        Tokens(String subject, Map<String, Object> claims) {
            super(NAME, subject, "JWT", List.of(CLIENT), Map.of(), 600);
            this.claims = claims;
        }

        @Override
        public Map<String, Object> addClaims(TokenRequest request) {
            return new HashMap<>(claims);
        }
    }
}
