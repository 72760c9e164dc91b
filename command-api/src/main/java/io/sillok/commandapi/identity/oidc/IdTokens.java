package io.sillok.commandapi.identity.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.AuthorizedParty;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.sillok.platform.web.problems.ProblemException;
import java.util.Set;

/// Tells true ID tokens from all else (OpenID Connect Core, 3.1.3.7): signed by a key of the issuer
/// with an algorithm that has a private key, of this issuer, for this client and issued to it, in
/// its time, for this login. Clocks may differ by a minute.
final class IdTokens {

    /// Neither `none` nor one whose key would be the client's secret.
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(
                    JWSAlgorithm.RS256,
                    JWSAlgorithm.RS384,
                    JWSAlgorithm.RS512,
                    JWSAlgorithm.PS256,
                    JWSAlgorithm.PS384,
                    JWSAlgorithm.PS512,
                    JWSAlgorithm.ES256,
                    JWSAlgorithm.ES384,
                    JWSAlgorithm.ES512);

    private static final int LONGEST_SUBJECT = 255;

    private final OidcProvider provider;

    IdTokens(OidcProvider provider) {
        this.provider = provider;
    }

    /// The claims of a token that is true.
    ///
    /// @throws ProblemException when it is not, or the keys cannot be had
    IDTokenClaimsSet verified(JWT token, Nonce nonce, JWKSource<SecurityContext> keys) {
        var validator =
                new IDTokenValidator(
                        provider.expectedIssuer(),
                        provider.client(),
                        new JWSVerificationKeySelector<>(ALGORITHMS, keys),
                        null);
        try {
            return issuedToUs(validator.validate(token, nonce));
        } catch (BadJOSEException _) {
            throw notTrue();
        } catch (JOSEException e) {
            throw OidcProblems.unavailable(e);
        }
    }

    /// The validator does not look at who the token was issued to.
    private IDTokenClaimsSet issuedToUs(IDTokenClaimsSet claims) {
        AuthorizedParty party = claims.getAuthorizedParty();
        boolean ours =
                party == null
                        ? claims.getAudience().size() == 1
                        : party.getValue().equals(provider.clientId());
        if (!ours || claims.getSubject().getValue().length() > LONGEST_SUBJECT) {
            throw notTrue();
        }
        return claims;
    }

    private static ProblemException notTrue() {
        return OidcProblems.refused("id-token-refused", "The provider's proof is not a true one.");
    }
}
