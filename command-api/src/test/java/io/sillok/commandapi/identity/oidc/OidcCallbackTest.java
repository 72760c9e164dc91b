package io.sillok.commandapi.identity.oidc;

import static io.sillok.commandapi.identity.oidc.Browser.parameter;
import static io.sillok.commandapi.identity.oidc.Browser.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import io.sillok.commandapi.identity.oidc.Browser.Page;
import io.sillok.platform.web.access.DigestKey;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Coming back from a provider with what is not true in every part.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OidcCallbackTest {

    private final OidcStage stage;

    OidcCallbackTest(@TempDir Path folder) {
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
    class TheBrowsersPart {

        @Test
        void refusesAnotherState() {
            Page begun = stage.begin(stage.people());
            URI callback = stage.browser().open(begun.location()).location();
            String other = parameter(stage.begin(stage.people()).location(), "state");

            Page page = stage.browser().open(with(callback, "state", other), begun.cookie());

            stage.assertRefused(page, "401 E4006 state-mismatch");
            assertThat(page.setCookie()).contains("Max-Age=0");
        }

        @Test
        void refusesABrowserThatBegunNothing() {
            URI callback = stage.browser().open(stage.begin(stage.people()).location()).location();

            stage.assertRefused(stage.browser().open(callback), "401 E4006 login-expired");
        }

        @Test
        void refusesTheCookieOfAnotherProvider() {
            URI callback = stage.browser().open(stage.begin(stage.people()).location()).location();

            stage.assertRefused(
                    stage.browser().open(callback, stage.begin("people-0").cookie()),
                    "401 E4006 login-expired");
        }

        @Test
        void refusesACookieThatWasChanged() {
            Page begun = stage.begin(stage.people());
            URI callback = stage.browser().open(begun.location()).location();
            String cookie = begun.cookie();
            char last = cookie.charAt(cookie.length() - 2);

            Page page =
                    stage.browser()
                            .open(
                                    callback,
                                    cookie.substring(0, cookie.length() - 2)
                                            + (last == 'A' ? 'B' : 'A')
                                            + cookie.charAt(cookie.length() - 1));

            stage.assertRefused(page, "401 E4006 login-expired");
        }

        @Test
        void refusesALoginThatTookTooLong() {
            URI callback = stage.browser().open(stage.begin(stage.people()).location()).location();
            LoginAttempt old =
                    new LoginAttempt(
                            new State(parameter(callback, "state")),
                            new Nonce(),
                            new CodeVerifier(),
                            Optional.empty());
            String sealed =
                    new LoginCookie(
                                    stage.people(),
                                    DigestKey.in(stage.folder().resolve("oidc.key")))
                            .seal(old, Instant.now().minus(LoginCookie.VALIDITY).minusSeconds(90));

            stage.assertRefused(
                    stage.browser().open(callback, Callbacks.COOKIE + "=" + sealed),
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
            Page begun = stage.begin(stage.people());
            String state = parameter(begun.location(), "state");

            Page page =
                    stage.browser()
                            .open(
                                    stage.uri(
                                            stage.people()
                                                    + "/callback?error="
                                                    + error
                                                    + "&error_description=evil&state="
                                                    + state),
                                    begun.cookie());

            stage.assertRefused(page, problem);
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
            Page begun = stage.begin(stage.people());
            String state = parameter(begun.location(), "state");

            Page page =
                    stage.browser()
                            .open(
                                    stage.uri(
                                            stage.people()
                                                    + "/callback"
                                                    + query.replace("STATE", state)),
                                    begun.cookie());

            stage.assertRefused(page, problem);
        }
    }

    @Nested
    class TheCode {

        @Test
        void isOnlyGoodWithItsVerifier() {
            Page begun = stage.begin(stage.people());
            URI other = with(begun.location(), "code_challenge", "x".repeat(43));

            Page page =
                    stage.browser().open(stage.browser().open(other).location(), begun.cookie());

            stage.assertRefused(page, "401 E4006 code-refused");
        }

        @Test
        void ofSomebodyElseIsNotTaken() {
            Page begun = stage.begin(stage.people());
            URI callback = stage.browser().open(begun.location()).location();
            URI stolen = stage.browser().open(stage.begin(stage.people()).location()).location();

            Page page =
                    stage.browser()
                            .open(
                                    with(callback, "code", parameter(stolen, "code")),
                                    begun.cookie());

            stage.assertRefused(page, "401 E4006 code-refused");
        }

        @Test
        void isGoodOnce() {
            Page begun = stage.begin(stage.people());
            URI callback = stage.browser().open(begun.location()).location();
            stage.browser().open(callback, begun.cookie());

            Page page = stage.browser().open(callback, begun.cookie());

            assertThat(page.problem()).isEqualTo("401 E4006 code-refused");
            assertThat(stage.service().entered()).hasSize(1);
        }
    }
}
