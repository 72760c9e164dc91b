package io.sillok.commandapi.identity.oidc;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.OIDCScopeValue;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.PersonClaims;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import io.sillok.platform.web.problems.ProblemException;
import java.io.IOException;
import java.util.Optional;

/// What a provider says of a person beyond their subject: in the ID token or, where providers keep
/// that short, at the UserInfo endpoint (OpenID Connect Core, 5.3 and 5.4). Thread-safe.
final class UserClaims {

    private static final String EMAIL = PersonClaims.EMAIL_CLAIM_NAME;

    private final OidcProvider provider;
    private final ProviderHttp http;

    UserClaims(OidcProvider provider, ProviderHttp http) {
        this.provider = provider;
        this.http = http;
    }

    /// The person, with an e-mail address only if the provider has verified it.
    ///
    /// @throws ProblemException when the UserInfo endpoint is needed and does not answer as it must
    ProvenIdentity identity(
            IDTokenClaimsSet proven, OIDCTokens tokens, OIDCProviderMetadata metadata) {
        boolean isMissing =
                proven.getStringClaim(EMAIL) == null
                        && provider.scope().contains(OIDCScopeValue.EMAIL)
                        && metadata.getUserInfoEndpointURI() != null;
        ClaimsSet claims = isMissing ? ask(proven, tokens, metadata) : proven;
        return new ProvenIdentity(
                proven.getIssuer().getValue(),
                proven.getSubject().getValue(),
                verifiedEmail(claims),
                text(claims, PersonClaims.NAME_CLAIM_NAME));
    }

    private static Optional<String> verifiedEmail(ClaimsSet claims) {
        boolean isVerified =
                Boolean.TRUE.equals(claims.getBooleanClaim(PersonClaims.EMAIL_VERIFIED_CLAIM_NAME));
        return isVerified ? text(claims, EMAIL) : Optional.empty();
    }

    private static Optional<String> text(ClaimsSet claims, String name) {
        return Optional.ofNullable(claims.getStringClaim(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private UserInfo ask(
            IDTokenClaimsSet proven, OIDCTokens tokens, OIDCProviderMetadata metadata) {
        UserInfo info = answer(tokens, metadata);
        if (info == null || !proven.getSubject().equals(info.getSubject())) {
            throw OidcProblems.incomprehensible("the user info is of somebody else");
        }
        return info;
    }

    private UserInfo answer(OIDCTokens tokens, OIDCProviderMetadata metadata) {
        var request =
                new UserInfoRequest(
                        metadata.getUserInfoEndpointURI(), tokens.getBearerAccessToken());
        try {
            HTTPResponse response = request.toHTTPRequest().send(http);
            if (!response.indicatesSuccess()) {
                throw new IOException("answered with status " + response.getStatusCode());
            }
            return UserInfoResponse.parse(response).toSuccessResponse().getUserInfo();
        } catch (ParseException _) {
            throw OidcProblems.incomprehensible("the user info cannot be read");
        } catch (IOException e) {
            throw OidcProblems.unavailable(e);
        }
    }
}
