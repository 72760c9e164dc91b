package io.sillok.commandapi.identity.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.jspecify.annotations.Nullable;

/// An OpenID Connect provider on this machine, to which it is said before each login what to put
/// into the tokens.
final class Issuer implements AutoCloseable {

    static final String ID = "people";
    static final String SUBJECT = "ada-at-people";
    static final String CLIENT = "sillok-client";

    private final Keys keys = new Keys();
    private final MockOAuth2Server server =
            new MockOAuth2Server(
                    new OAuth2Config(false, null, null, false, new OAuth2TokenProvider(keys)));

    private Issuer() {}

    static Issuer start() {
        Issuer issuer = new Issuer();
        issuer.server.start();
        return issuer;
    }

    URI uri() {
        return URI.create(
                "http://localhost:" + server.getConfig().getHttpServer().port() + "/" + ID);
    }

    OidcProvider provider(String name) {
        return new OidcProvider(name, uri(), CLIENT, "client-secret", Optional.empty());
    }

    /// Puts these claims into the next tokens, in place of what would stand there.
    void next(Map<String, Object> claims) {
        server.enqueueCallback(new Tokens(claims, claims));
    }

    /// Says of the person in the ID token less than at the UserInfo endpoint.
    void nextWithUserInfo(Map<String, Object> inIdToken, Map<String, Object> inUserInfo) {
        server.enqueueCallback(new Tokens(inIdToken, inUserInfo));
    }

    /// Signs with its first key.
    void firstKey() {
        keys.current = Keys.FIRST;
    }

    /// Signs with another key from now on.
    ///
    /// @param shown whether it is published under a name of its own; else it pretends to be the old
    ///   one
    void changeKey(boolean shown) {
        keys.current = shown ? Keys.ANOTHER : Keys.PRETENDER;
    }

    @Override
    public void close() {
        server.shutdown();
    }

    static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new AssertionError("no key", e);
        }
    }

    /// One key at a time.
    private static final class Keys extends KeyProvider {

        static final RSAKey FIRST = newKey("first-key");
        static final RSAKey ANOTHER = newKey("another-key");
        static final RSAKey PRETENDER = newKey("first-key");

        volatile RSAKey current = FIRST;

        Keys() {
            super(List.of());
        }

        @Override
        public JWK signingKey(String keyId) {
            return current;
        }

        @Override
        public List<JWK> get(@Nullable JWKSelector selector, @Nullable SecurityContext context) {
            return Objects.requireNonNull(selector).select(new JWKSet(current.toPublicJWK()));
        }
    }

    /// Is asked once for the ID token, then for the access token.
    private static final class Tokens extends DefaultOAuth2TokenCallback {

        private final Map<String, Object> first;
        private final Map<String, Object> then;
        private boolean asked;

        Tokens(Map<String, Object> first, Map<String, Object> then) {
            super(ID, SUBJECT, "JWT", List.of(CLIENT), Map.of(), 600);
            this.first = first;
            this.then = then;
        }

        @Override
        public Map<String, Object> addClaims(TokenRequest request) {
            Map<String, Object> claims = new HashMap<>(asked ? then : first);
            asked = true;
            return claims;
        }
    }
}
