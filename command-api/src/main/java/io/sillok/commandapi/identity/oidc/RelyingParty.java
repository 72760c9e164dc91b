package io.sillok.commandapi.identity.oidc;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import io.sillok.platform.web.problems.ProblemException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// This installation as the client of one provider: the authorization code flow (OpenID Connect
/// Core, 3.1) with PKCE (RFC 7636). Remembers nothing between its two steps. Thread-safe.
final class RelyingParty {

    private final OidcProvider provider;
    private final Discovery discovery;
    private final TokenEndpoint tokens;
    private final IdTokens idTokens;
    private final UserClaims claims;

    RelyingParty(OidcProvider provider, ProviderHttp http, InstantSource clock) {
        this.provider = provider;
        this.discovery = new Discovery(provider, http, clock);
        this.tokens = new TokenEndpoint(provider, http);
        this.idTokens = new IdTokens(provider);
        this.claims = new UserClaims(provider, http);
    }

    /// Where a browser is sent to prove who uses it.
    ///
    /// @param callback where the provider sends it back to
    /// @throws ProblemException when the provider cannot be discovered
    URI begin(LoginAttempt attempt, URI callback) {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE, provider.scope(), provider.client(), callback)
                .endpointURI(discovery.published().metadata().getAuthorizationEndpointURI())
                .state(attempt.state())
                .nonce(attempt.nonce())
                .codeChallenge(attempt.verifier(), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /// Who it is, from what the provider gave the browser to bring along.
    ///
    /// @param answer the parameters of the callback
    /// @param callback as it was when the login began
    /// @throws ProblemException when that is not proven
    ProvenIdentity finish(LoginAttempt attempt, Map<String, List<String>> answer, URI callback) {
        if (!attempt.isAnsweredBy(only(answer, "state"))) {
            throw OidcProblems.otherState();
        }
        Discovery.Published published = discovery.published();
        AuthorizationCode code = code(parse(answer, callback), published);
        OIDCTokens received =
                tokens.exchange(
                        new AuthorizationCodeGrant(code, callback, attempt.verifier()),
                        published.metadata());
        IDTokenClaimsSet proven =
                idTokens.verified(received.getIDToken(), attempt.nonce(), published.keys());
        return claims.identity(proven, received, published.metadata());
    }

    private static String only(Map<String, List<String>> answer, String name) {
        List<String> values = answer.getOrDefault(name, List.of());
        if (values.size() != 1) {
            throw OidcProblems.malformedCallback();
        }
        return values.getFirst();
    }

    private static AuthenticationResponse parse(Map<String, List<String>> answer, URI callback) {
        try {
            return AuthenticationResponseParser.parse(callback, answer);
        } catch (ParseException | IllegalArgumentException _) {
            throw OidcProblems.malformedCallback();
        }
    }

    private AuthorizationCode code(AuthenticationResponse answer, Discovery.Published published) {
        boolean says = answer.getIssuer() != null;
        boolean must = published.metadata().supportsAuthorizationResponseIssuerParam();
        // another provider's answer (RFC 9207)
        if (says ? !answer.getIssuer().equals(provider.expectedIssuer()) : must) {
            throw OidcProblems.otherState();
        }
        if (!answer.indicatesSuccess()) {
            throw OidcProblems.inPlaceOfCode(answer.toErrorResponse().getErrorObject());
        }
        AuthorizationCode code = answer.toSuccessResponse().getAuthorizationCode();
        if (code == null) {
            throw OidcProblems.malformedCallback();
        }
        return code;
    }
}
