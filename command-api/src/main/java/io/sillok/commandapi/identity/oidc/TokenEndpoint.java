package io.sillok.commandapi.identity.oidc;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import io.sillok.platform.web.problems.ProblemException;
import java.io.IOException;
import java.util.List;

/// Where a provider gives tokens for a code. Thread-safe.
final class TokenEndpoint {

    private final OidcProvider provider;
    private final ProviderHttp http;

    TokenEndpoint(OidcProvider provider, ProviderHttp http) {
        this.provider = provider;
        this.http = http;
    }

    /// The tokens for a code; nothing of them is verified yet.
    ///
    /// @throws ProblemException when there are none, or no ID token among them
    OIDCTokens exchange(AuthorizationCodeGrant code, OIDCProviderMetadata metadata) {
        TokenRequest request =
                new TokenRequest.Builder(
                                metadata.getTokenEndpointURI(), authentication(metadata), code)
                        .build();
        return switch (answer(request)) {
            case OIDCTokenResponse success when success.getOIDCTokens().getIDToken() != null ->
                    success.getOIDCTokens();
            case TokenResponse success when success.indicatesSuccess() ->
                    throw OidcProblems.incomprehensible("there is no ID token in the answer");
            case TokenResponse error ->
                    throw OidcProblems.inPlaceOfTokens(error.toErrorResponse().getErrorObject());
        };
    }

    private TokenResponse answer(TokenRequest request) {
        try {
            HTTPResponse response = request.toHTTPRequest().send(http);
            if (response.getStatusCode() >= 500) {
                throw new IOException("answered with status " + response.getStatusCode());
            }
            return OIDCTokenResponseParser.parse(response);
        } catch (ParseException _) {
            throw OidcProblems.incomprehensible("the tokens cannot be read");
        } catch (IOException e) {
            throw OidcProblems.unavailable(e);
        }
    }

    /// In the header, as is usual, unless the provider only reads it in the body.
    private ClientAuthentication authentication(OIDCProviderMetadata metadata) {
        List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
        boolean inBody =
                methods != null
                        && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
        return inBody
                ? new ClientSecretPost(provider.client(), provider.secret())
                : new ClientSecretBasic(provider.client(), provider.secret());
    }
}
