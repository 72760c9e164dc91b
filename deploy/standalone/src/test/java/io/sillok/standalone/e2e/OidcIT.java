package io.sillok.standalone.e2e;

import static io.sillok.standalone.stage.OidcLogin.changed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.standalone.stage.Answer;
import io.sillok.standalone.stage.Client;
import io.sillok.standalone.stage.IdentityProvider;
import io.sillok.standalone.stage.OidcLogin;
import io.sillok.standalone.stage.OnEveryEngineHome;
import io.sillok.standalone.stage.Person;
import io.sillok.standalone.stage.Person.Session;
import io.sillok.standalone.stage.Stage;
import io.sillok.standalone.stage.Together;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Logging in with an account elsewhere, through a provider on this machine.
@ClassTemplate
@ExtendWith(OnEveryEngineHome.class)
class OidcIT {

    private static final IdentityProvider PROVIDER = IdentityProvider.start();

    private final Stage stage;
    private final String subject = UUID.randomUUID().toString();
    private final String email = subject + "@people.example";

    OidcIT(Stage stage) {
        this.stage = stage;
        stage.logInWith(PROVIDER.settings());
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    private Answer login() {
        PROVIDER.expect(subject, email);
        return OidcLogin.begin(stage).finish();
    }

    private JsonNode me(Answer login) {
        return Session.of(stage, login)
                .client()
                .get("/api/v1/users/me", "Consistency", "strong")
                .json();
    }

    @Nested
    class SomebodyNew {

        @Test
        void getsAnAccountAndASession() {
            Answer login = login();

            assertThat(login.status()).as("%s", login).isEqualTo(200);
            assertThat(stage.identityCommandsOf(login)).isPositive();
            assertThat(login.json().path("token_type").asText()).isEqualTo("bearer");
            assertThat(login.required("Cache-Control")).contains("no-store");
            JsonNode me = me(login);
            assertThat(me.path("email").asText()).isEqualTo(email);
            assertThat(me.path("full_name").asText()).isEqualTo("Ada Lovelace");
            assertThat(me.path("has_password").asBoolean()).isFalse();
            assertThat(me.path("providers").path(0).asText())
                    .isEqualTo(PROVIDER.issuer().toString());
            assertThat(Session.of(stage, login).refresh().status()).isEqualTo(200);
        }

        @Test
        void isTheSamePersonTheNextTime() {
            String first = me(login()).path("id").asText();

            assertThat(me(login()).path("id").asText()).isEqualTo(first);
        }

        @Test
        void isOnePersonInFiveBrowsers() {
            IntStream.range(0, 5).forEach(_ -> PROVIDER.expect(subject, email));

            List<Answer> answers =
                    Together.map(IntStream.range(0, 5), 5, _ -> OidcLogin.begin(stage).finish());

            assertThat(answers).extracting(Answer::status).containsOnly(200);
            assertThat(answers.stream().map(answer -> me(answer).path("id").asText()).distinct())
                    .hasSize(1);
        }

        @Test
        void comesBackToANodeThatKnowsNothingOfTheLogin() {
            PROVIDER.expect(subject, email);
            OidcLogin login = OidcLogin.begin(stage);
            stage.restart();

            assertThat(login.finish().status()).isEqualTo(200);
        }

        @Test
        void hasNoAddressThatTheProviderHasNotVerified() {
            PROVIDER.expect(subject, Map.of("email", email, "email_verified", false));

            Answer login = OidcLogin.begin(stage).finish();

            assertThat(me(login).has("email")).isFalse();
        }
    }

    @Nested
    class SomebodyWithAnAccount {

        private final Person ada = Person.register(stage);

        private Answer comeAs(String address) {
            PROVIDER.expect(subject, address);
            return OidcLogin.begin(stage).finish();
        }

        @Test
        void isNotLetInBecauseOfAnAddress() {
            Answer login = comeAs(ada.email());

            assertThat(login.status()).isEqualTo(409);
            assertThat(login.reason()).isEqualTo("email-taken");
        }

        @Test
        void isLetInOnceTheyLinkedTheIdentity() {
            Client signedIn = ada.signIn().client();
            PROVIDER.expect(subject, ada.email());
            Answer linked = OidcLogin.link(stage, signedIn).finish();

            assertThat(linked.status()).as("%s", linked).isEqualTo(200);
            assertThat(linked.id()).isEqualTo(ada.id());
            assertThat(me(comeAs(ada.email())).path("id").asText()).isEqualTo(ada.id());
        }

        @Test
        void doesNotGetTheIdentityOfSomebodyElse() {
            login();
            Client signedIn = ada.signIn().client();
            PROVIDER.expect(subject, email);

            Answer linked = OidcLogin.link(stage, signedIn).finish();

            assertThat(linked.status()).isEqualTo(409);
            assertThat(linked.reason()).isEqualTo("identity-linked-elsewhere");
        }

        @Test
        void linksNothingAfterTheyLoggedOut() {
            Session session = ada.signIn();
            PROVIDER.expect(subject, email);
            OidcLogin link = OidcLogin.link(stage, session.client());
            session.client().command("POST", "/api/v1/auth/logout", BodyPublishers.noBody());
            Awaitility.await().until(() -> session.statusOfCommand() == 401);

            Answer linked = link.finish();

            assertThat(linked.status()).isEqualTo(401);
            assertThat(linked.reason()).isEqualTo("login-expired");
        }

        @Test
        void isNotLetInOnceAnAdministratorSaysSo() {
            String id = me(login()).path("id").asText();
            Answer patched = stage.admin().patch("/api/v1/users/" + id, Map.of("active", false));
            assertThat(patched.status()).as("%s", patched).isEqualTo(200);

            Answer login = login();

            assertThat(login.status()).isEqualTo(403);
            assertThat(login.reason()).isEqualTo("user-inactive");
        }
    }

    @Nested
    class WhatIsBroken {

        private void refused(Answer answer, String reason) {
            assertThat(answer.status()).as("%s", answer).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("E4006");
            assertThat(answer.reason()).isEqualTo(reason);
            assertThat(stage.identityCommandsOf(answer)).isZero();
        }

        @Test
        void isTheState() {
            OidcLogin login = OidcLogin.begin(stage);

            refused(
                    login.comeBack(changed(login.callback(), "state", "another")),
                    "state-mismatch");
        }

        @Test
        void isTheNonce() {
            PROVIDER.expect(subject, email);

            refused(OidcLogin.begin(stage).with("nonce", "another").finish(), "id-token-refused");
        }

        @Test
        void isTheCodeChallenge() {
            PROVIDER.expect(subject, email);

            refused(
                    OidcLogin.begin(stage).with("code_challenge", "x".repeat(43)).finish(),
                    "code-refused");
        }

        @Test
        void isTheAudience() {
            PROVIDER.expect(subject, Map.of("aud", "another"));

            refused(OidcLogin.begin(stage).finish(), "id-token-refused");
        }

        @Test
        void isTheIssuer() {
            PROVIDER.expect(subject, Map.of("iss", "https://evil.example"));

            refused(OidcLogin.begin(stage).finish(), "id-token-refused");
        }

        @Test
        void isTheSignature() {
            login();
            PROVIDER.expect(subject, email);
            PROVIDER.signWithAnotherKey(true);
            try {
                refused(OidcLogin.begin(stage).finish(), "id-token-refused");
            } finally {
                PROVIDER.signWithAnotherKey(false);
            }
        }
    }
}
