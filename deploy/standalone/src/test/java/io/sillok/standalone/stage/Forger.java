package io.sillok.standalone.stage;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;

/// Makes tokens that differ from good ones in one thing.
///
/// @param key the platform's own, which a real attacker does not have
public record Forger(ECKey key) {

    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

    /// A token with the platform's signature, so that nothing but the change is wrong with it.
    public String signed(UnaryOperator<JWTClaimsSet.Builder> change) {
        return token(change, JWSAlgorithm.ES256, key.getKeyID(), signer(key));
    }

    public String good() {
        return signed(UnaryOperator.identity());
    }

    /// Not signed at all (RFC 8725, 2.1).
    public String unsigned() {
        return new PlainJWT(claims().build()).serialize();
    }

    /// Signed with the public key as if that were a shared secret (RFC 8725, 2.1).
    public String signedWithThePublicKey() {
        try {
            byte[] secret = key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
            return token(
                    UnaryOperator.identity(),
                    JWSAlgorithm.HS256,
                    key.getKeyID(),
                    new MACSigner(secret));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /// Signed with a key of the attacker's.
    ///
    /// @param keyId what the token calls it
    public String signedByAStranger(String keyId) {
        try {
            ECKey stranger = new ECKeyGenerator(Curve.P_256).generate();
            return token(UnaryOperator.identity(), JWSAlgorithm.ES256, keyId, signer(stranger));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /// The claims of an administrator under the signature of a token for somebody else.
    public String edited() {
        String[] good = signed(claims -> claims.claim("roles", List.of("user"))).split("\\.", -1);
        String better = signed(UnaryOperator.identity()).split("\\.", -1)[1];
        return good[0] + "." + better + "." + good[2];
    }

    /// A token without its signature.
    public String cut() {
        return good().substring(0, good().lastIndexOf('.') + 1);
    }

    /// A token whose ECDSA signature is all zeros (CVE-2022-21449).
    public String withSignatureOfZeros() {
        return cut() + Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]);
    }

    public static Date in(Duration duration) {
        return Date.from(Instant.now().plus(duration));
    }

    private static String token(
            UnaryOperator<JWTClaimsSet.Builder> change,
            JWSAlgorithm algorithm,
            String keyId,
            JWSSigner signer) {
        var header = new JWSHeader.Builder(algorithm).type(ACCESS_TOKEN).keyID(keyId).build();
        var token = new SignedJWT(header, change.apply(claims()).build());
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
        return token.serialize();
    }

    private static JWSSigner signer(ECKey key) {
        try {
            return new ECDSASigner(key);
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("sillok")
                .audience("sillok")
                .subject("mallory")
                .claim("roles", List.of("admin"))
                .claim("scope", "catalog:write audit:read")
                .issueTime(in(Duration.ZERO))
                .notBeforeTime(in(Duration.ZERO))
                .expirationTime(in(Duration.ofMinutes(5)));
    }
}
