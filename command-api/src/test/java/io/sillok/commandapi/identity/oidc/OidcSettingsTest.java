package io.sillok.commandapi.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OidcSettingsTest {

    private static OidcProvider provider(String name, String issuer) {
        return new OidcProvider(name, URI.create(issuer), "id", "secret", Optional.empty());
    }

    private static OidcSettings at(String publicUrl) {
        return new OidcSettings(Optional.of(URI.create(publicUrl)), List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://accounts.example",
                "https://user@accounts.example",
                "https://accounts.example/#x",
                "https://accounts.example/?tenant=1",
                "ftp://accounts.example",
                "accounts.example"
            })
    void refuseAnIssuerThatCouldNotBeTrusted(String issuer) {
        assertThatThrownBy(() -> provider("people", issuer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("issuer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "People", "a/b", "-a", "a b"})
    void refuseANameThatDoesNotFitIntoAPath(String name) {
        assertThatThrownBy(() -> provider(name, "https://accounts.example"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("named");
    }

    @Test
    void refuseTwoProvidersOfOneName() {
        OidcProvider people = provider("people", "https://accounts.example");

        assertThatThrownBy(() -> new OidcSettings(Optional.empty(), List.of(people, people)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("same name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://sillok.example/",
                "https://sillok.example/a",
                "http://sillok.example"
            })
    void refuseAPublicUrlThatIsNoOrigin(String url) {
        assertThatThrownBy(() -> at(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("public URL");
    }

    @Test
    void takeThePublicUrlWhereverTheServiceListens() {
        OidcSettings settings = at("https://sillok.example");

        assertThat(settings.origin("0.0.0.0", 8080)).hasToString("https://sillok.example");
        assertThat(settings.isOverTls()).isTrue();
    }

    @Test
    void needNoPublicUrlOnThisMachine() {
        assertThat(OidcSettings.NONE.origin("127.0.0.1", 8080))
                .hasToString("http://127.0.0.1:8080");
        assertThat(OidcSettings.NONE.isOverTls()).isFalse();
    }

    @Test
    void needAPublicUrlForEveryoneElse() {
        assertThatThrownBy(() -> OidcSettings.NONE.origin("0.0.0.0", 8080))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("public URL");
    }

    @Test
    void hideSecretsInTheirTextForm() {
        assertThat(provider("people", "https://accounts.example").toString())
                .doesNotContain("secret");
    }

    @Test
    void alwaysAskForAnIdToken() {
        OidcProvider provider =
                new OidcProvider(
                        "people",
                        URI.create("https://accounts.example"),
                        "id",
                        "secret",
                        Optional.of("email"));

        assertThat(provider.scope().toStringList()).containsExactlyInAnyOrder("openid", "email");
    }
}
