package io.sillok.commandapi.identity.oidc;

import static io.sillok.commandapi.identity.oidc.Browser.parameter;
import static io.sillok.commandapi.identity.oidc.Browser.with;
import static io.sillok.commandapi.identity.oidc.OidcStage.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.sillok.commandapi.identity.oidc.Browser.Page;
import io.sillok.platform.web.RunningService;
import io.sillok.platform.web.access.DigestKey;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Providers whose ID tokens are not true in every part, and some that fail.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OidcTokensTest {

    private final OidcStage stage;

    OidcTokensTest(@TempDir Path folder) {
        this.stage = new OidcStage(folder);
    }

    @BeforeEach
    void beginAnew() {
        stage.beginAnew();
    }

    @AfterAll
    void stop() {
        stage.close();
    }

    @Nested
    class TheIdToken {

        @Test
        void mustHaveTheNonceOfTheLogin() {
            Page begun = stage.begin(stage.people());
            URI other = with(begun.location(), "nonce", "another-nonce");

            Page page =
                    stage.browser().open(stage.browser().open(other).location(), begun.cookie());

            stage.assertRefused(page, "401 E4006 id-token-refused");
        }

        @Test
        void mustBeForThisClient() {
            stage.issuer().next(Map.of("aud", "another-client"));

            stage.assertRefused(
                    stage.comeBack(stage.begin(stage.people())), "401 E4006 id-token-refused");
        }

        @Test
        void mustBeIssuedToThisClient() {
            stage.issuer().next(Map.of("azp", "another-client"));

            stage.assertRefused(
                    stage.comeBack(stage.begin(stage.people())), "401 E4006 id-token-refused");
        }

        @Test
        void mustSayWhoItIsIssuedToWhenItIsForSeveral() {
            stage.issuer().next(Map.of("aud", List.of(Issuer.CLIENT, "another-client")));

            stage.assertRefused(
                    stage.comeBack(stage.begin(stage.people())), "401 E4006 id-token-refused");
        }

        @Test
        void mustBeOfTheIssuer() {
            stage.issuer().next(Map.of("iss", "https://evil.example"));

            stage.assertRefused(
                    stage.comeBack(stage.begin(stage.people())), "401 E4006 id-token-refused");
        }

        @Test
        void mustBeInItsTime() {
            Page begun = stage.begin(stage.liars());
            Instant expired = Instant.now().minusSeconds(90);
            stage.liar()
                    .idToken(
                            new JWTClaimsSet.Builder(claims(begun))
                                    .expirationTime(Date.from(expired))
                                    .build());

            stage.assertRefused(stage.answeredByTheLiar(begun), "401 E4006 id-token-refused");
        }

        @Test
        void isBelievedWhenNothingIsWrongWithIt() {
            Page begun = stage.begin(stage.liars());
            stage.liar().idToken(claims(begun));

            assertThat(stage.answeredByTheLiar(begun).status()).isEqualTo(200);
        }

        @Test
        void mustBeSignedByAPublishedKey() {
            stage.comeBack(stage.begin(stage.people()));
            stage.issuer().changeKey(false);

            Page page = stage.comeBack(stage.begin(stage.people()));

            assertThat(page.problem()).isEqualTo("401 E4006 id-token-refused");
            assertThat(stage.service().entered()).hasSize(1);
        }

        @Test
        void mustBeSigned() {
            Page begun = stage.begin(stage.liars());
            stage.liar().idToken(new PlainJWT(claims(begun)).serialize());

            stage.assertRefused(stage.answeredByTheLiar(begun), "401 E4006 id-token-refused");
        }

        @Test
        void mustNotBeSignedWithTheClientsSecret() throws JOSEException {
            Page begun = stage.begin(stage.liars());
            SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims(begun));
            token.sign(new MACSigner("client-secret-of-thirty-two-bytes"));
            stage.liar().idToken(token.serialize());

            stage.assertRefused(stage.answeredByTheLiar(begun), "401 E4006 id-token-refused");
        }

        private JWTClaimsSet claims(Page begun) {
            return new JWTClaimsSet.Builder()
                    .issuer(stage.liar().uri().toString())
                    .subject(Issuer.SUBJECT)
                    .audience(Issuer.CLIENT)
                    .issueTime(Date.from(Instant.now()))
                    .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                    .claim("nonce", parameter(begun.location(), "nonce"))
                    .build();
        }
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
                    new LoginService(DigestKey.in(stage.folder().resolve("oidc.key")))
                            .start(
                                    new OidcSettings(Optional.empty(), List.of(provider)),
                                    stage.folder())) {
                Page page = stage.browser().open(other.uri().resolve(PATH + "away"));

                assertThat(page.problem()).isEqualTo("503 E5004 provider-unavailable");
                assertThat(page.response().headers().firstValue("Retry-After")).isPresent();
            }
        }

        @Test
        void publishesAnotherIssuer() {
            stage.liar().publishes("https://accounts.example", stage.liar().uri() + "/tokens");

            stage.assertRefused(
                    stage.browser().open(stage.uri(stage.liars())),
                    "502 E5004 provider-answer-invalid");
        }

        @Test
        void wantsTheSecretInTheOpen() {
            stage.liar().publishes(stage.liar().uri().toString(), "http://tokens.example/");

            stage.assertRefused(
                    stage.browser().open(stage.uri(stage.liars())),
                    "502 E5004 provider-answer-invalid");
        }

        @ParameterizedTest
        @CsvSource({
            "404, '{}', 503 E5004 provider-unavailable",
            "200, '<html>', 502 E5004 provider-answer-invalid",
            "200, '{}', 502 E5004 provider-answer-invalid"
        })
        void publishesNothing(int status, String body, String problem) {
            stage.liar().discovery(status, body);

            stage.assertRefused(stage.browser().open(stage.uri(stage.liars())), problem);
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
            Page begun = stage.begin(stage.liars());
            stage.liar().tokens(status, body);

            stage.assertRefused(stage.answeredByTheLiar(begun), problem);
        }

        @Test
        void answersWithoutEnd() {
            Page begun = stage.begin(stage.liars());
            stage.liar().tokens(200, " ".repeat(1_000_000));

            stage.assertRefused(stage.answeredByTheLiar(begun), "503 E5004 provider-unavailable");
        }
    }
}
