package io.sillok.platform.web.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.Role;
import java.time.Instant;
import java.util.Date;

/// Issues access tokens (RFC 9068), signed with ES256. Thread-safe.
public final class TokenIssuer {

    private final SigningKeys keys;
    private final String issuer;
    private final String audience;

    public TokenIssuer(SigningKeys keys, String issuer, String audience) {
        this.keys = keys;
        this.issuer = issuer;
        this.audience = audience;
    }

    /// A token that is valid from `now` on.
    ///
    /// @throws IllegalArgumentException when it would outlive the key that signs it
    public String issue(Grant grant, Instant now) {
        if (grant.validity().compareTo(SigningKeys.LONGEST_TOKEN) > 0) {
            throw new IllegalArgumentException("a token is valid for 7 days at most");
        }
        ECKey key = keys.signing(now);
        var header =
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(TokenVerifier.TYPE)
                        .keyID(key.getKeyID())
                        .build();
        SignedJWT token = new SignedJWT(header, claims(grant, now));
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("the signing key does not sign", e);
        }
        return token.serialize();
    }

    private JWTClaimsSet claims(Grant grant, Instant now) {
        var claims = new JWTClaimsSet.Builder();
        grant.session()
                .ifPresent(
                        session ->
                                claims.claim(TokenVerifier.SESSION, session.id().toString())
                                        .claim(
                                                TokenVerifier.HOLDER_VERSION,
                                                session.holderVersion()));
        return claims.issuer(issuer)
                .audience(audience)
                .subject(grant.subject())
                .jwtID(Ids.timeOrdered(now).toString())
                .claim(
                        TokenVerifier.ROLES,
                        grant.roles().stream().sorted().map(Role::word).toList())
                .claim(
                        TokenVerifier.SCOPE,
                        String.join(" ", grant.scopes().stream().sorted().toList()))
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(grant.validity())))
                .build();
    }
}
