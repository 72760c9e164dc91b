package io.sillok.commandapi.identity.oidc;

import static io.sillok.commandapi.identity.oidc.Browser.parameter;
import static io.sillok.commandapi.identity.oidc.OidcStage.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.commandapi.identity.oidc.Browser.Page;
import io.sillok.platform.web.access.Grant;
import io.sillok.platform.web.access.Scopes;
import io.sillok.platform.web.access.SessionClaim;
import io.sillok.platform.web.access.SigningKeys;
import io.sillok.platform.web.access.TokenIssuer;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.personal.UserId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Logging in over HTTP, and linking an identity to an account.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OidcLoginTest {

    private final OidcStage stage;

    OidcLoginTest(@TempDir Path folder) {
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
    class TrueAnswers {

        @Test
        void letsInWhomTheProviderProves() {
            stage.issuer()
                    .next(
                            Map.of(
                                    "azp",
                                    Issuer.CLIENT,
                                    "email",
                                    "ada@example.org",
                                    "email_verified",
                                    true,
                                    "name",
                                    " Ada Lovelace "));

            Page page = stage.comeBack(stage.begin(stage.people()));

            assertThat(page.status()).isEqualTo(200);
            assertThat(stage.service().entered())
                    .containsExactly(
                            new ProvenIdentity(
                                    stage.issuer().uri().toString(),
                                    Issuer.SUBJECT,
                                    Optional.of("ada@example.org"),
                                    Optional.of("Ada Lovelace")));
        }

        @Test
        void doesNotBelieveAnEmailAddressThatTheProviderHasNotVerified() {
            stage.issuer().next(Map.of("email", "ada@example.org", "email_verified", false));

            stage.comeBack(stage.begin(stage.people()));

            assertThat(stage.service().entered().getFirst().email()).isEmpty();
        }

        @Test
        void asksTheUserInfoEndpointForWhatTheIdTokenLeavesOut() {
            stage.issuer()
                    .nextWithUserInfo(
                            Map.of(), Map.of("email", "ada@example.org", "email_verified", true));

            stage.comeBack(stage.begin(stage.people()));

            assertThat(stage.service().entered().getFirst().email()).contains("ada@example.org");
        }

        @Test
        void followsTheProviderToItsNextKey() {
            stage.comeBack(stage.begin(stage.people()));
            stage.issuer().changeKey(true);

            stage.comeBack(stage.begin(stage.people()));

            assertThat(stage.service().entered()).hasSize(2);
        }
    }

    @Nested
    class Linking {

        private final UserId ada = new UserId(UUID.randomUUID());

        private String token() {
            return new TokenIssuer(SigningKeys.in(stage.folder()), "sillok", "sillok")
                    .issue(
                            Grant.in(
                                    new SessionClaim(UUID.randomUUID(), 1),
                                    ada.toString(),
                                    Set.of(Role.USER),
                                    Scopes.of(Set.of(Role.USER))),
                            Instant.now());
        }

        private Page link() {
            return stage.browser()
                    .post(
                            stage.uri(stage.people() + "/link"),
                            "Authorization",
                            "Bearer " + token());
        }

        private Page comeBackFrom(Page begun) {
            URI authorization = URI.create(begun.json().path("authorization_url").asText());
            return stage.browser()
                    .open(stage.browser().open(authorization).location(), begun.cookie());
        }

        @Test
        void givesTheHolderOfASessionOneMoreWayIn() {
            stage.issuer().next(Map.of());

            Page page = comeBackFrom(link());

            assertThat(page.status()).isEqualTo(200);
            assertThat(stage.service().linked())
                    .containsExactly(
                            Map.entry(
                                    ada,
                                    new ProvenIdentity(
                                            stage.issuer().uri().toString(),
                                            Issuer.SUBJECT,
                                            Optional.empty(),
                                            Optional.empty())));
            assertThat(stage.service().entered()).isEmpty();
        }

        @Test
        void takesAToken() {
            Page page = stage.browser().post(stage.uri(stage.people() + "/link"));

            stage.assertRefused(page, "401 E4006 token-missing");
        }

        @Test
        void endsWithTheSession() {
            Page begun = link();
            stage.service().revoke(true);

            stage.assertRefused(comeBackFrom(begun), "401 E4006 login-expired");
            assertThat(stage.service().linked()).isEmpty();
        }
    }

    @Nested
    class TheWayToTheProvider {

        @Test
        void asksForACodeWithPkceStateAndNonce() {
            URI authorization = stage.begin(stage.people()).location();

            assertThat(authorization.toString()).startsWith(stage.issuer().uri() + "/authorize?");
            assertThat(parameter(authorization, "response_type")).isEqualTo("code");
            assertThat(parameter(authorization, "code_challenge_method")).isEqualTo("S256");
            assertThat(parameter(authorization, "code_challenge")).hasSize(43);
            assertThat(parameter(authorization, "state")).hasSize(43);
            assertThat(parameter(authorization, "nonce")).hasSize(43);
            assertThat(parameter(authorization, "scope")).contains("openid");
        }

        @Test
        void givesTheBrowserACookieForTheCallbackOnly() {
            String cookie = stage.begin(stage.people()).setCookie();

            assertThat(cookie)
                    .contains("HttpOnly", "SameSite=Lax", "Max-Age=600")
                    .contains("Path=" + PATH + stage.people() + "/callback")
                    .doesNotContain("Secure");
        }

        @Test
        void takesEveryValueAnew() {
            URI one = stage.begin(stage.people()).location();
            URI another = stage.begin(stage.people()).location();

            assertThat(List.of("state", "nonce", "code_challenge"))
                    .allSatisfy(
                            name ->
                                    assertThat(parameter(one, name))
                                            .isNotEqualTo(parameter(another, name)));
        }

        @Test
        void goesNowhereThatTheRequestNames() {
            Page page =
                    stage.browser()
                            .open(
                                    stage.uri(
                                            stage.people()
                                                    + "?redirect_uri=https://evil.example"
                                                    + "&return_to=https://evil.example"));

            assertThat(page.location().toString())
                    .startsWith(stage.issuer().uri() + "/authorize?")
                    .doesNotContain("evil");
        }

        @Test
        void knowsNoOtherProvider() {
            Page page = stage.browser().open(stage.uri("nobody%20"));

            assertThat(page.problem()).isEqualTo("404 E4007 provider-not-found");
            assertThat(page.setCookie()).isEmpty();
        }
    }
}
