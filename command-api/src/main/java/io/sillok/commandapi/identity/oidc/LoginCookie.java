package io.sillok.commandapi.identity.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.jwk.source.ImmutableSecret;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWEDecryptionKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import io.sillok.platform.web.access.DigestKey;
import io.sillok.platform.web.access.SessionClaim;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.personal.UserId;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// Seals a [LoginAttempt] so that a browser can carry it: encrypted and authenticated (RFC 7516,
/// `dir` with `A256GCM`) under a key that all nodes of the installation have, one for each
/// provider, good for ten minutes. No node has to remember anything. Thread-safe.
final class LoginCookie {

    /// Long enough to type a password and a second factor at the provider.
    static final Duration VALIDITY = Duration.ofMinutes(10);

    private static final String STATE = "state";
    private static final String NONCE = "nonce";
    private static final String VERIFIER = "verifier";
    private static final String SESSION = "session";
    private static final String HOLDER_VERSION = "holder_version";
    private static final int LONGEST = 2_000;

    private final String provider;
    private final SecretKey key;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    /// @param provider whose logins it is for
    /// @param installation from which the key follows
    LoginCookie(String provider, DigestKey installation) {
        this.provider = provider;
        byte[] bytes = installation.digest(("OpenID Connect login " + provider).getBytes(UTF_8));
        this.key = new SecretKeySpec(bytes, "AES");
        processor.setJWEKeySelector(
                new JWEDecryptionKeySelector<>(
                        JWEAlgorithm.DIR, EncryptionMethod.A256GCM, new ImmutableSecret<>(key)));
        processor.setJWTClaimsSetVerifier(
                new DefaultJWTClaimsVerifier<>(
                        provider, null, Set.of("exp", STATE, NONCE, VERIFIER)));
    }

    /// The attempt in a form that says nothing to whoever carries it.
    String seal(LoginAttempt attempt, Instant now) {
        var claims =
                new JWTClaimsSet.Builder()
                        .audience(provider)
                        .expirationTime(Date.from(now.plus(VALIDITY)))
                        .claim(STATE, attempt.state().getValue())
                        .claim(NONCE, attempt.nonce().getValue())
                        .claim(VERIFIER, attempt.verifier().getValue());
        attempt.linking().ifPresent(linking -> add(linking, claims));
        var sealed =
                new EncryptedJWT(
                        new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM), claims.build());
        try {
            sealed.encrypt(new DirectEncrypter(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
        return sealed.serialize();
    }

    /// The attempt that was sealed; empty when it was not here, not for this provider, or too long
    /// ago.
    Optional<LoginAttempt> open(String sealed) {
        if (sealed.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(attempt(processor.process(sealed, null)));
        } catch (ParseException | BadJOSEException | JOSEException _) {
            return Optional.empty();
        }
    }

    private static LoginAttempt attempt(JWTClaimsSet claims) throws ParseException {
        return new LoginAttempt(
                new State(claims.getStringClaim(STATE)),
                new Nonce(claims.getStringClaim(NONCE)),
                new CodeVerifier(claims.getStringClaim(VERIFIER)),
                linking(claims));
    }

    private static void add(Linking linking, JWTClaimsSet.Builder claims) {
        claims.subject(linking.user().toString())
                .claim(SESSION, linking.session().id().toString())
                .claim(HOLDER_VERSION, linking.session().holderVersion())
                .issueTime(Date.from(linking.begun()));
    }

    private static Optional<Linking> linking(JWTClaimsSet claims) throws ParseException {
        if (claims.getSubject() == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Linking(
                        UserId.parse(claims.getSubject()),
                        new SessionClaim(
                                Ids.parse(claims.getStringClaim(SESSION)),
                                claims.getLongClaim(HOLDER_VERSION)),
                        claims.getIssueTime().toInstant()));
    }
}
