package io.sillok.commandapi.identity.oidc;

import static io.sillok.commandapi.identity.oidc.Browser.parameter;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.commandapi.identity.oidc.Browser.Page;
import io.sillok.platform.web.RunningService;
import io.sillok.platform.web.access.DigestKey;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A service in which one can log in with a provider as it should be and with one that lies. For
/// one test at a time.
final class OidcStage implements AutoCloseable {

    static final String PATH = "/api/v1/auth/oidc/";

    /// More than a class has tests: each has providers that nobody asked before.
    private static final int TESTS = 99;

    private final Issuer issuer = Issuer.start();
    private final Liar liar = Liar.start();
    private final Path folder;
    private final LoginService service;
    private final RunningService running;
    private Browser browser = new Browser();
    private int test;

    /// Starts everything.
    OidcStage(Path folder) {
        this.folder = folder;
        this.service = new LoginService(DigestKey.in(folder.resolve("oidc.key")));
        List<OidcProvider> providers =
                IntStream.range(0, TESTS)
                        .boxed()
                        .flatMap(
                                n ->
                                        Stream.of(
                                                issuer.provider("people-" + n),
                                                liar.provider("liar-" + n)))
                        .toList();
        this.running = service.start(new OidcSettings(Optional.empty(), providers), folder);
    }

    /// Forgets what the test before did.
    void beginAnew() {
        test++;
        browser.close();
        browser = new Browser();
        service.forgetEverybody();
        service.revoke(false);
        issuer.firstKey();
        liar.tellTheTruth();
    }

    Issuer issuer() {
        return issuer;
    }

    Liar liar() {
        return liar;
    }

    LoginService service() {
        return service;
    }

    Browser browser() {
        return browser;
    }

    /// Where the keys of the service are.
    Path folder() {
        return folder;
    }

    URI uri(String path) {
        return running.uri().resolve(PATH + path);
    }

    /// The name by which this test knows the issuer.
    String people() {
        return "people-" + test;
    }

    /// The name by which this test knows the liar.
    String liars() {
        return "liar-" + test;
    }

    Page begin(String provider) {
        Page page = browser.open(uri(provider));
        assertThat(page.status()).isEqualTo(302);
        return page;
    }

    /// Lets the provider answer, and goes back with its answer.
    Page comeBack(Page begun) {
        return browser.open(browser.open(begun.location()).location(), begun.cookie());
    }

    Page answeredByTheLiar(Page begun) {
        String state = parameter(begun.location(), "state");
        return browser.open(uri(liars() + "/callback?code=x&state=" + state), begun.cookie());
    }

    void assertRefused(Page page, String problem) {
        assertThat(page.problem()).isEqualTo(problem);
        assertThat(service.entered()).isEmpty();
    }

    @Override
    public void close() {
        browser.close();
        running.close();
        issuer.close();
        liar.close();
    }
}
