package io.sillok.platform.web.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.sillok.schemas.envelope.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenVerifierTest {

    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");
    private static final Verification REFUSED = new Verification.Invalid("token-refused");
    private static final Verification EXPIRED = new Verification.Invalid("token-expired");

    private final SigningKeys keys;
    private final ECKey key;
    private final TokenVerifier verifier;
    private final Tokens tokens;

    TokenVerifierTest(@TempDir Path folder) throws JOSEException {
        keys = SigningKeys.in(folder);
        key = keys.signing(Instant.now());
        verifier = verifier(keys.jwks().toString());
        tokens = new Tokens(new ECDSASigner(key), JWSAlgorithm.ES256, ACCESS_TOKEN, key.getKeyID());
    }

    private static TokenVerifier verifier(String jwks) {
        return new TokenVerifier(new TokenSettings("sillok", "sillok", jwks), PublicKeys.at(jwks));
    }

    private Verification verifyWith(UnaryOperator<JWTClaimsSet.Builder> change) {
        return verifier.verify(tokens.with(change));
    }

    private static Caller caller(Verification verification) {
        assertThat(verification).isInstanceOf(Verification.Valid.class);
        return ((Verification.Valid) verification).caller();
    }

    private static Date in(Duration duration) {
        return Date.from(Instant.now().plus(duration));
    }

    @Test
    void believesWhatTheIssuerIssues() {
        String token =
                new TokenIssuer(keys, "sillok", "sillok")
                        .issue(
                                new Grant(
                                        "ada",
                                        Set.of(Role.EDITOR),
                                        Set.of("audit:read", "operations:admin"),
                                        Duration.ofMinutes(1)),
                                Instant.now());

        assertThat(caller(verifier.verify(token)))
                .isEqualTo(
                        new Caller(
                                "ada",
                                Set.of(Role.EDITOR),
                                Set.of("audit:read", "operations:admin")));
    }

    @Test
    void learnsTheSessionOfAToken() {
        SessionClaim session = new SessionClaim(UUID.randomUUID(), 7);
        Grant grant = Grant.in(session, "ada", Set.of(Role.USER), Set.of());

        String token = new TokenIssuer(keys, "sillok", "sillok").issue(grant, Instant.now());

        assertThat(caller(verifier.verify(token)).session()).contains(session);
        assertThat(grant.validity()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void refusesASessionThatIsNone() {
        assertThat(verifyWith(c -> c.claim("sid", UUID.randomUUID().toString())))
                .isEqualTo(REFUSED);
        assertThat(verifyWith(c -> c.claim("sid", "x").claim("holder_version", 1)))
                .isEqualTo(REFUSED);
        assertThat(verifyWith(c -> c.claim("holder_version", "many"))).isEqualTo(REFUSED);
    }

    @Test
    void allowsForClocksThatDiffer() {
        assertThat(verifyWith(c -> c.expirationTime(in(Duration.ofSeconds(-20)))))
                .isInstanceOf(Verification.Valid.class);
        assertThat(verifyWith(c -> c.notBeforeTime(in(Duration.ofSeconds(20)))))
                .isInstanceOf(Verification.Valid.class);
    }

    @Test
    void saysThatATokenIsExpired() {
        assertThat(verifyWith(c -> c.expirationTime(in(Duration.ofSeconds(-40)))))
                .isEqualTo(EXPIRED);
    }

    @Test
    void refusesATokenBeforeItsTime() {
        assertThat(verifyWith(c -> c.notBeforeTime(in(Duration.ofSeconds(60))))).isEqualTo(REFUSED);
    }

    @Test
    void refusesAnotherIssuer() {
        assertThat(verifyWith(c -> c.issuer("somebody"))).isEqualTo(REFUSED);
        assertThat(verifyWith(c -> c.issuer(null))).isEqualTo(REFUSED);
    }

    @Test
    void refusesAnotherAudience() {
        assertThat(verifyWith(c -> c.audience("elsewhere"))).isEqualTo(REFUSED);
        assertThat(verifyWith(c -> c.audience((String) null))).isEqualTo(REFUSED);
    }

    @Test
    void refusesATokenWithoutEnd() {
        assertThat(verifyWith(c -> c.expirationTime(null))).isEqualTo(REFUSED);
    }

    @Test
    void refusesATokenOfNobody() {
        assertThat(verifyWith(c -> c.subject(null))).isEqualTo(REFUSED);
        assertThat(verifyWith(c -> c.subject(" "))).isEqualTo(REFUSED);
    }

    @Test
    void refusesATokenOfAnotherType() throws JOSEException {
        var idTokens =
                new Tokens(
                        new ECDSASigner(key),
                        JWSAlgorithm.ES256,
                        JOSEObjectType.JWT,
                        key.getKeyID());

        assertThat(verifier.verify(idTokens.good())).isEqualTo(REFUSED);
    }

    @Test
    void refusesTheAlgorithmNone() {
        String token = new PlainJWT(new JWTClaimsSet.Builder().subject("ada").build()).serialize();

        assertThat(verifier.verify(token)).isEqualTo(REFUSED);
    }

    @Test
    void refusesThePublicKeyUsedAsASharedSecret() throws JOSEException {
        byte[] secret = key.toPublicJWK().toJSONString().getBytes(UTF_8);
        var forged =
                new Tokens(new MACSigner(secret), JWSAlgorithm.HS256, ACCESS_TOKEN, key.getKeyID());

        assertThat(verifier.verify(forged.good())).isEqualTo(REFUSED);
    }

    @Test
    void refusesAnotherKeyUnderTheSameName() throws JOSEException {
        var stranger = new ECKeyGenerator(Curve.P_256).generate();
        var forged =
                new Tokens(
                        new ECDSASigner(stranger),
                        JWSAlgorithm.ES256,
                        ACCESS_TOKEN,
                        key.getKeyID());

        assertThat(verifier.verify(forged.good())).isEqualTo(REFUSED);
    }

    @Test
    void refusesAChangedToken() {
        String[] parts = tokens.good().split("\\.", -1);
        String other = tokens.with(c -> c.subject("eve")).split("\\.", -1)[1];

        assertThat(verifier.verify(parts[0] + "." + other + "." + parts[2])).isEqualTo(REFUSED);
    }

    @Test
    void refusesWhatIsNoToken() {
        assertThat(List.of("", "a", "a.b.c", "a.b.c.d.e", "x".repeat(10_000)))
                .allSatisfy(text -> assertThat(verifier.verify(text)).isEqualTo(REFUSED));
    }

    @Test
    void ignoresRolesItDoesNotKnow() {
        Verification verification =
                verifyWith(c -> c.claim("roles", List.of("user", "god", "ADMIN")));

        assertThat(caller(verification)).isEqualTo(new Caller("ada", Set.of(Role.USER), Set.of()));
    }

    @Test
    void refusesRolesOfAnotherForm() {
        assertThat(verifyWith(c -> c.claim("roles", "admin"))).isEqualTo(REFUSED);
    }

    @Test
    void saysThatTheKeysAreAway(@TempDir Path empty) {
        TokenVerifier blind = verifier(empty.resolve("jwks.json").toString());

        assertThatThrownBy(() -> blind.verify(tokens.good()))
                .isInstanceOf(TokenVerifier.KeysUnavailable.class);
    }
}
