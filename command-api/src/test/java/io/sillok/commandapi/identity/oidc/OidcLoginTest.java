package io.sillok.commandapi.identity.oidc;

import static io.sillok.commandapi.identity.oidc.Browser.parameter;
import static io.sillok.commandapi.identity.oidc.Browser.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import io.sillok.commandapi.identity.oidc.Browser.Page;
import io.sillok.platform.web.RunningService;
import io.sillok.platform.web.access.DigestKey;
import io.sillok.platform.web.access.Grant;
import io.sillok.platform.web.access.Scopes;
import io.sillok.platform.web.access.SessionClaim;
import io.sillok.platform.web.access.SigningKeys;
import io.sillok.platform.web.access.TokenIssuer;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.personal.UserId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Logins over HTTP, with a provider as it should be and with one that lies.
class OidcLoginTest {

    private static final String PATH = "/api/v1/auth/oidc/";

    /// More than there are tests: each has providers that nobody asked before.
    private static final int TESTS = 99;

    private static final AtomicInteger TEST = new AtomicInteger();
    private static final Issuer ISSUER = Issuer.start();
    private static final Liar LIAR = Liar.start();

    @TempDir private static Path folder;
    private static LoginService service;
    private static RunningService running;

    private final Browser browser = new Browser();
    private final String people = "people-" + TEST.incrementAndGet();
    private final String liar = "liar-" + TEST.get();

    @BeforeAll
    static void start() {
        service = new LoginService(DigestKey.in(folder.resolve("oidc.key")));
        List<OidcProvider> providers =
                IntStream.range(0, TESTS)
                        .boxed()
                        .flatMap(
                                n ->
                                        Stream.of(
                                                ISSUER.provider("people-" + n),
                                                LIAR.provider("liar-" + n)))
                        .toList();
        running = service.start(new OidcSettings(Optional.empty(), providers), folder);
    }

    @AfterAll
    static void stop() {
        running.close();
        ISSUER.close();
        LIAR.close();
    }

    @BeforeEach
    void beginAnew() {
        service.forgetEverybody();
        service.revoke(false);
        ISSUER.firstKey();
        LIAR.tellTheTruth();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private Page begin(String provider) {
        Page page = browser.open(running.uri().resolve(PATH + provider));
        assertThat(page.status()).isEqualTo(302);
        return page;
    }

    /// Lets the provider answer, and goes back with its answer.
    private Page comeBack(Page begun) {
        return browser.open(browser.open(begun.location()).location(), begun.cookie());
    }

    private void assertRefused(Page page, String problem) {
        assertThat(page.problem()).isEqualTo(problem);
        assertThat(service.entered()).isEmpty();
    }

    @Nested
    class TrueAnswers {

        @Test
        void letsInWhomTheProviderProves() {
            ISSUER.next(
                    Map.of(
                            "azp",
                            Issuer.CLIENT,
                            "email",
                            "ada@example.org",
                            "email_verified",
                            true,
                            "name",
                            " Ada Lovelace "));

            Page page = comeBack(begin(people));

            assertThat(page.status()).isEqualTo(200);
            assertThat(service.entered())
                    .containsExactly(
                            new ProvenIdentity(
                                    ISSUER.uri().toString(),
                                    Issuer.SUBJECT,
                                    Optional.of("ada@example.org"),
                                    Optional.of("Ada Lovelace")));
        }

        @Test
        void doesNotBelieveAnEmailAddressThatTheProviderHasNotVerified() {
            ISSUER.next(Map.of("email", "ada@example.org", "email_verified", false));

            comeBack(begin(people));

            assertThat(service.entered().getFirst().email()).isEmpty();
        }

        @Test
        void asksTheUserInfoEndpointForWhatTheIdTokenLeavesOut() {
            ISSUER.nextWithUserInfo(
                    Map.of(), Map.of("email", "ada@example.org", "email_verified", true));

            comeBack(begin(people));

            assertThat(service.entered().getFirst().email()).contains("ada@example.org");
        }

        @Test
        void followsTheProviderToItsNextKey() {
            comeBack(begin(people));
            ISSUER.changeKey(true);

            comeBack(begin(people));

            assertThat(service.entered()).hasSize(2);
        }
    }

    @Nested
    class Linking {

        private final UserId ada = new UserId(UUID.randomUUID());

        private String token() {
            return new TokenIssuer(SigningKeys.in(folder), "sillok", "sillok")
                    .issue(
                            Grant.in(
                                    new SessionClaim(UUID.randomUUID(), 1),
                                    ada.toString(),
                                    Set.of(Role.USER),
                                    Scopes.of(Set.of(Role.USER))),
                            Instant.now());
        }

        private Page link() {
            return browser.post(
                    running.uri().resolve(PATH + people + "/link"),
                    "Authorization",
                    "Bearer " + token());
        }

        private Page comeBackFrom(Page begun) {
            URI authorization = URI.create(begun.json().path("authorization_url").asText());
            return browser.open(browser.open(authorization).location(), begun.cookie());
        }

        @Test
        void givesTheHolderOfASessionOneMoreWayIn() {
            ISSUER.next(Map.of());

            Page page = comeBackFrom(link());

            assertThat(page.status()).isEqualTo(200);
            assertThat(service.linked())
                    .containsExactly(
                            Map.entry(
                                    ada,
                                    new ProvenIdentity(
                                            ISSUER.uri().toString(),
                                            Issuer.SUBJECT,
                                            Optional.empty(),
                                            Optional.empty())));
            assertThat(service.entered()).isEmpty();
        }

        @Test
        void takesAToken() {
            Page page = browser.post(running.uri().resolve(PATH + people + "/link"));

            assertRefused(page, "401 E4006 token-missing");
        }

        @Test
        void endsWithTheSession() {
            Page begun = link();
            service.revoke(true);

            assertRefused(comeBackFrom(begun), "401 E4006 login-expired");
            assertThat(service.linked()).isEmpty();
        }
    }

    @Nested
    class TheWayToTheProvider {

        @Test
        void asksForACodeWithPkceStateAndNonce() {
            URI authorization = begin(people).location();

            assertThat(authorization.toString()).startsWith(ISSUER.uri() + "/authorize?");
            assertThat(parameter(authorization, "response_type")).isEqualTo("code");
            assertThat(parameter(authorization, "code_challenge_method")).isEqualTo("S256");
            assertThat(parameter(authorization, "code_challenge")).hasSize(43);
            assertThat(parameter(authorization, "state")).hasSize(43);
            assertThat(parameter(authorization, "nonce")).hasSize(43);
            assertThat(parameter(authorization, "scope")).contains("openid");
        }

        @Test
        void givesTheBrowserACookieForTheCallbackOnly() {
            String cookie = begin(people).setCookie();

            assertThat(cookie)
                    .contains("HttpOnly", "SameSite=Lax", "Max-Age=600")
                    .contains("Path=" + PATH + people + "/callback")
                    .doesNotContain("Secure");
        }

        @Test
        void takesEveryValueAnew() {
            URI one = begin(people).location();
            URI another = begin(people).location();

            assertThat(List.of("state", "nonce", "code_challenge"))
                    .allSatisfy(
                            name ->
                                    assertThat(parameter(one, name))
                                            .isNotEqualTo(parameter(another, name)));
        }

        @Test
        void goesNowhereThatTheRequestNames() {
            Page page =
                    browser.open(
                            running.uri()
                                    .resolve(
                                            PATH
                                                    + people
                                                    + "?redirect_uri=https://evil.example"
                                                    + "&return_to=https://evil.example"));

            assertThat(page.location().toString())
                    .startsWith(ISSUER.uri() + "/authorize?")
                    .doesNotContain("evil");
        }

        @Test
        void knowsNoOtherProvider() {
            Page page = browser.open(running.uri().resolve(PATH + "nobody%20"));

            assertThat(page.problem()).isEqualTo("404 E4007 provider-not-found");
            assertThat(page.setCookie()).isEmpty();
        }
    }

    @Nested
    class TheBrowsersPart {

        @Test
        void refusesAnotherState() {
            Page begun = begin(people);
            URI callback = browser.open(begun.location()).location();
            String other = parameter(begin(people).location(), "state");

            Page page = browser.open(with(callback, "state", other), begun.cookie());

            assertRefused(page, "401 E4006 state-mismatch");
            assertThat(page.setCookie()).contains("Max-Age=0");
        }

        @Test
        void refusesABrowserThatBegunNothing() {
            URI callback = browser.open(begin(people).location()).location();

            assertRefused(browser.open(callback), "401 E4006 login-expired");
        }

        @Test
        void refusesTheCookieOfAnotherProvider() {
            URI callback = browser.open(begin(people).location()).location();

            assertRefused(
                    browser.open(callback, begin("people-0").cookie()), "401 E4006 login-expired");
        }

        @Test
        void refusesACookieThatWasChanged() {
            Page begun = begin(people);
            URI callback = browser.open(begun.location()).location();
            String cookie = begun.cookie();
            char last = cookie.charAt(cookie.length() - 2);

            Page page =
                    browser.open(
                            callback,
                            cookie.substring(0, cookie.length() - 2)
                                    + (last == 'A' ? 'B' : 'A')
                                    + cookie.charAt(cookie.length() - 1));

            assertRefused(page, "401 E4006 login-expired");
        }

        @Test
        void refusesALoginThatTookTooLong() {
            URI callback = browser.open(begin(people).location()).location();
            LoginAttempt old =
                    new LoginAttempt(
                            new State(parameter(callback, "state")),
                            new Nonce(),
                            new CodeVerifier(),
                            Optional.empty());
            String sealed =
                    new LoginCookie(people, DigestKey.in(folder.resolve("oidc.key")))
                            .seal(old, Instant.now().minus(LoginCookie.VALIDITY).minusSeconds(90));

            assertRefused(
                    browser.open(callback, Callbacks.COOKIE + "=" + sealed),
                    "401 E4006 login-expired");
        }

        @ParameterizedTest
        @CsvSource({
            "access_denied,           401 E4006 login-denied",
            "login_required,          401 E4006 login-denied",
            "temporarily_unavailable, 503 E5004 provider-unavailable",
            "server_error,            503 E5004 provider-unavailable",
            "unauthorized_client,     502 E5004 provider-refused"
        })
        void passesOnThatTheProviderRefused(String error, String problem) {
            Page begun = begin(people);
            String state = parameter(begun.location(), "state");

            Page page =
                    browser.open(
                            running.uri()
                                    .resolve(
                                            PATH
                                                    + people
                                                    + "/callback?error="
                                                    + error
                                                    + "&error_description=evil&state="
                                                    + state),
                            begun.cookie());

            assertRefused(page, problem);
            assertThat(page.response().body()).doesNotContain("evil");
        }

        @ParameterizedTest
        @CsvSource({
            "'', 400 E4001 callback-malformed",
            "'?code=x', 400 E4001 callback-malformed",
            "'?state=STATE', 400 E4001 callback-malformed",
            "'?state=STATE&state=STATE&code=x', 400 E4001 callback-malformed",
            "'?state=STATE&code=x&iss=https%3A%2F%2Fevil.example', 401 E4006 state-mismatch"
        })
        void refusesWhatNoProviderAnswers(String query, String problem) {
            Page begun = begin(people);
            String state = parameter(begun.location(), "state");

            Page page =
                    browser.open(
                            running.uri()
                                    .resolve(
                                            PATH
                                                    + people
                                                    + "/callback"
                                                    + query.replace("STATE", state)),
                            begun.cookie());

            assertRefused(page, problem);
        }
    }

    @Nested
    class TheCode {

        @Test
        void isOnlyGoodWithItsVerifier() {
            Page begun = begin(people);
            URI other = with(begun.location(), "code_challenge", "x".repeat(43));

            Page page = browser.open(browser.open(other).location(), begun.cookie());

            assertRefused(page, "401 E4006 code-refused");
        }

        @Test
        void ofSomebodyElseIsNotTaken() {
            Page begun = begin(people);
            URI callback = browser.open(begun.location()).location();
            URI stolen = browser.open(begin(people).location()).location();

            Page page =
                    browser.open(with(callback, "code", parameter(stolen, "code")), begun.cookie());

            assertRefused(page, "401 E4006 code-refused");
        }

        @Test
        void isGoodOnce() {
            Page begun = begin(people);
            URI callback = browser.open(begun.location()).location();
            browser.open(callback, begun.cookie());

            Page page = browser.open(callback, begun.cookie());

            assertThat(page.problem()).isEqualTo("401 E4006 code-refused");
            assertThat(service.entered()).hasSize(1);
        }
    }

    @Nested
    class TheIdToken {

        @Test
        void mustHaveTheNonceOfTheLogin() {
            Page begun = begin(people);
            URI other = with(begun.location(), "nonce", "another-nonce");

            Page page = browser.open(browser.open(other).location(), begun.cookie());

            assertRefused(page, "401 E4006 id-token-refused");
        }

        @Test
        void mustBeForThisClient() {
            ISSUER.next(Map.of("aud", "another-client"));

            assertRefused(comeBack(begin(people)), "401 E4006 id-token-refused");
        }

        @Test
        void mustBeIssuedToThisClient() {
            ISSUER.next(Map.of("azp", "another-client"));

            assertRefused(comeBack(begin(people)), "401 E4006 id-token-refused");
        }

        @Test
        void mustSayWhoItIsIssuedToWhenItIsForSeveral() {
            ISSUER.next(Map.of("aud", List.of(Issuer.CLIENT, "another-client")));

            assertRefused(comeBack(begin(people)), "401 E4006 id-token-refused");
        }

        @Test
        void mustBeOfTheIssuer() {
            ISSUER.next(Map.of("iss", "https://evil.example"));

            assertRefused(comeBack(begin(people)), "401 E4006 id-token-refused");
        }

        @Test
        void mustBeInItsTime() {
            Page begun = begin(liar);
            Instant expired = Instant.now().minusSeconds(90);
            LIAR.idToken(
                    new JWTClaimsSet.Builder(claims(begun))
                            .expirationTime(Date.from(expired))
                            .build());

            assertRefused(answeredByTheLiar(begun), "401 E4006 id-token-refused");
        }

        @Test
        void isBelievedWhenNothingIsWrongWithIt() {
            Page begun = begin(liar);
            LIAR.idToken(claims(begun));

            assertThat(answeredByTheLiar(begun).status()).isEqualTo(200);
        }

        @Test
        void mustBeSignedByAPublishedKey() {
            comeBack(begin(people));
            ISSUER.changeKey(false);

            Page page = comeBack(begin(people));

            assertThat(page.problem()).isEqualTo("401 E4006 id-token-refused");
            assertThat(service.entered()).hasSize(1);
        }

        @Test
        void mustBeSigned() {
            Page begun = begin(liar);
            LIAR.idToken(new PlainJWT(claims(begun)).serialize());

            assertRefused(answeredByTheLiar(begun), "401 E4006 id-token-refused");
        }

        @Test
        void mustNotBeSignedWithTheClientsSecret() throws JOSEException {
            Page begun = begin(liar);
            SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims(begun));
            token.sign(new MACSigner("client-secret-of-thirty-two-bytes"));
            LIAR.idToken(token.serialize());

            assertRefused(answeredByTheLiar(begun), "401 E4006 id-token-refused");
        }

        private JWTClaimsSet claims(Page begun) {
            return new JWTClaimsSet.Builder()
                    .issuer(LIAR.uri().toString())
                    .subject(Issuer.SUBJECT)
                    .audience(Issuer.CLIENT)
                    .issueTime(Date.from(Instant.now()))
                    .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                    .claim("nonce", parameter(begun.location(), "nonce"))
                    .build();
        }
    }

    private Page answeredByTheLiar(Page begun) {
        String state = parameter(begun.location(), "state");
        return browser.open(
                running.uri().resolve(PATH + liar + "/callback?code=x&state=" + state),
                begun.cookie());
    }

    @Nested
    class AProviderThatFails {

        @Test
        void isAway() throws IOException {
            int port;
            try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = closed.getLocalPort();
            }

            assertUnavailable(port);
        }

        @Test
        void neverAnswers() throws IOException {
            try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
                assertUnavailable(silent.getLocalPort());
            }
        }

        private void assertUnavailable(int port) {
            OidcProvider provider =
                    new OidcProvider(
                            "away",
                            URI.create("http://127.0.0.1:" + port),
                            "c",
                            "s",
                            Optional.empty());
            try (RunningService other =
                    new LoginService(DigestKey.in(folder.resolve("oidc.key")))
                            .start(new OidcSettings(Optional.empty(), List.of(provider)), folder)) {
                Page page = browser.open(other.uri().resolve(PATH + "away"));

                assertThat(page.problem()).isEqualTo("503 E5004 provider-unavailable");
                assertThat(page.response().headers().firstValue("Retry-After")).isPresent();
            }
        }

        @Test
        void publishesAnotherIssuer() {
            LIAR.publishes("https://accounts.example", LIAR.uri() + "/tokens");

            assertRefused(
                    browser.open(running.uri().resolve(PATH + liar)),
                    "502 E5004 provider-answer-invalid");
        }

        @Test
        void wantsTheSecretInTheOpen() {
            LIAR.publishes(LIAR.uri().toString(), "http://tokens.example/");

            assertRefused(
                    browser.open(running.uri().resolve(PATH + liar)),
                    "502 E5004 provider-answer-invalid");
        }

        @ParameterizedTest
        @CsvSource({
            "404, '{}', 503 E5004 provider-unavailable",
            "200, '<html>', 502 E5004 provider-answer-invalid",
            "200, '{}', 502 E5004 provider-answer-invalid"
        })
        void publishesNothing(int status, String body, String problem) {
            LIAR.discovery(status, body);

            assertRefused(browser.open(running.uri().resolve(PATH + liar)), problem);
        }

        @ParameterizedTest
        @CsvSource({
            "500, '{}', 503 E5004 provider-unavailable",
            "200, '<html>', 502 E5004 provider-answer-invalid",
            "200, '{\"access_token\":\"a\",\"token_type\":\"Bearer\"}', 502 E5004 provider-answer-invalid",
            "401, '{\"error\":\"invalid_client\"}', 502 E5004 provider-refused",
            "400, '{\"error\":\"invalid_grant\"}', 401 E4006 code-refused"
        })
        void givesNoTokens(int status, String body, String problem) {
            Page begun = begin(liar);
            LIAR.tokens(status, body);

            assertRefused(answeredByTheLiar(begun), problem);
        }

        @Test
        void answersWithoutEnd() {
            Page begun = begin(liar);
            LIAR.tokens(200, " ".repeat(1_000_000));

            assertRefused(answeredByTheLiar(begun), "503 E5004 provider-unavailable");
        }
    }
}
