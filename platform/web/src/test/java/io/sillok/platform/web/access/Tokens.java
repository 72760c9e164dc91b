package io.sillok.platform.web.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;

/// Forges tokens that differ from good ones in one thing.
record Tokens(JWSSigner signer, JWSAlgorithm algorithm, JOSEObjectType type, String keyId) {

    String with(UnaryOperator<JWTClaimsSet.Builder> change) {
        Instant now = Instant.now();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer("sillok")
                        .audience("sillok")
                        .subject("ada")
                        .issueTime(Date.from(now))
                        .notBeforeTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))));
        var header = new JWSHeader.Builder(algorithm).type(type).keyID(keyId).build();
        var token = new SignedJWT(header, change.apply(claims).build());
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
        return token.serialize();
    }

    String good() {
        return with(UnaryOperator.identity());
    }
}
