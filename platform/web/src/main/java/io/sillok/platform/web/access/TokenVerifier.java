package io.sillok.platform.web.access;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.Role;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Tells true access tokens from all else, offline (RFC 9068, RFC 8725): signed with ES256 by a key
/// of the issuer, for this audience, of type `at+jwt`, in its time. Clocks may differ by
/// [#CLOCK_SKEW]. Thread-safe.
public final class TokenVerifier {

    static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    static final String ROLES = "roles";
    static final String SCOPE = "scope";
    static final String SESSION = "sid";
    static final String HOLDER_VERSION = "holder_version";

    static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private static final int LONGEST_TOKEN = 6_000;
    private static final Set<String> ROLE_WORDS =
            Stream.of(Role.values()).map(Role::word).collect(toUnmodifiableSet());

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    public TokenVerifier(TokenSettings settings, JWKSource<SecurityContext> keys) {
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPE));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys));
        var claims =
                new DefaultJWTClaimsVerifier<SecurityContext>(
                        settings.audience(),
                        new JWTClaimsSet.Builder().issuer(settings.issuer()).build(),
                        Set.of("sub", "exp", "iat"));
        claims.setMaxClockSkew(Math.toIntExact(CLOCK_SKEW.toSeconds()));
        processor.setJWTClaimsSetVerifier(claims);
    }

    /// Looks at a token.
    ///
    /// @throws KeysUnavailable when the issuer's keys cannot be had
    public Verification verify(String token) {
        if (token.length() > LONGEST_TOKEN) {
            return new Verification.Invalid("token-refused");
        }
        try {
            JWTClaimsSet claims = processor.process(token, null);
            return new Verification.Valid(caller(claims), claims.getIssueTime().toInstant());
        } catch (ExpiredJWTException _) {
            return new Verification.Invalid("token-expired");
        } catch (ParseException
                | BadJOSEException
                | RateLimitReachedException
                | IllegalArgumentException _) {
            return new Verification.Invalid("token-refused");
        } catch (JOSEException e) {
            throw new KeysUnavailable(e);
        }
    }

    private static Caller caller(JWTClaimsSet claims) throws ParseException {
        String subject = claims.getSubject();
        if (subject == null) {
            throw new ParseException("there is no subject", 0);
        }
        Caller caller = new Caller(subject, roles(claims), scopes(claims), session(claims));
        caller.actor();
        return caller;
    }

    /// @throws IllegalArgumentException when the session has no id
    private static Optional<SessionClaim> session(JWTClaimsSet claims) throws ParseException {
        String session = claims.getStringClaim(SESSION);
        Long version = claims.getLongClaim(HOLDER_VERSION);
        if (session == null && version == null) {
            return Optional.empty();
        }
        if (session == null || version == null) {
            throw new ParseException("a session is named by two claims", 0);
        }
        return Optional.of(new SessionClaim(Ids.parse(session), version));
    }

    private static Set<Role> roles(JWTClaimsSet claims) throws ParseException {
        List<String> words = claims.getStringListClaim(ROLES);
        return words == null
                ? Set.of()
                : words.stream()
                        .filter(ROLE_WORDS::contains)
                        .map(Role::parse)
                        .collect(toUnmodifiableSet());
    }

    private static Set<String> scopes(JWTClaimsSet claims) throws ParseException {
        String scope = claims.getStringClaim(SCOPE);
        return scope == null
                ? Set.of()
                : Stream.of(scope.split(" "))
                        .filter(s -> !s.isEmpty())
                        .collect(toUnmodifiableSet());
    }

    /// The keys that tokens are checked with cannot be had at the moment.
    public static final class KeysUnavailable extends RuntimeException {

        private static final long serialVersionUID = 1;

        KeysUnavailable(Throwable cause) {
            super("the keys of the token issuer cannot be had", cause);
        }
    }
}
