package io.sillok.commandapi.identity.oidc;

import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.OIDCScopeValue;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/// An OpenID Connect provider that people may log in with, as the operator describes it. Its text
/// form hides the secret.
///
/// @param name in paths: lower-case letters, digits and hyphens
/// @param issuer as its tokens say it; where discovery begins
/// @param clientId of this installation at the provider
/// @param clientSecret of this installation at the provider
/// @param scopes separated by spaces (RFC 6749, 3.3); empty for `openid email profile`
public record OidcProvider(
        String name, URI issuer, String clientId, String clientSecret, Optional<String> scopes) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?");
    private static final String USUAL_SCOPES = "openid email profile";

    public OidcProvider {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a provider is named by up to 32 lower-case letters, digits and hyphens");
        }
        if (!Urls.isTrustworthy(issuer) || issuer.getQuery() != null) {
            throw new IllegalArgumentException(
                    "the issuer of " + name + " is an https URL (http only on this machine)");
        }
        if (clientId.isBlank() || clientSecret.isBlank()) {
            throw new IllegalArgumentException(name + " needs a client id and a client secret");
        }
    }

    Issuer expectedIssuer() {
        return new Issuer(issuer);
    }

    ClientID client() {
        return new ClientID(clientId);
    }

    Secret secret() {
        return new Secret(clientSecret);
    }

    /// What is asked for; `openid` is always part of it.
    Scope scope() {
        Scope scope = Scope.parse(scopes.orElse(USUAL_SCOPES));
        scope.add(OIDCScopeValue.OPENID);
        return scope;
    }

    @Override
    public String toString() {
        return "OidcProvider[name=%s, issuer=%s, clientId=%s]".formatted(name, issuer, clientId);
    }
}
