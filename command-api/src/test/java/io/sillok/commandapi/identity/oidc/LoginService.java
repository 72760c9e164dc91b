package io.sillok.commandapi.identity.oidc;

import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.sillok.platform.web.RunningService;
import io.sillok.platform.web.ServiceConfiguration;
import io.sillok.platform.web.ServiceInfo;
import io.sillok.platform.web.WebBundle;
import io.sillok.platform.web.WebSettings;
import io.sillok.platform.web.access.DigestKey;
import io.sillok.platform.web.access.TokenSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// A service in which one can log in with a provider, and that remembers who was let in.
final class LoginService extends Application<ServiceConfiguration<OidcSettings>>
        implements ExternalAccounts {

    private final WebBundle web = new WebBundle(ServiceInfo.starting("login", "Login"), _ -> {});
    private final DigestKey key;
    private final Queue<ProvenIdentity> entered = new ConcurrentLinkedQueue<>();

    LoginService(DigestKey key) {
        this.key = key;
    }

    RunningService start(OidcSettings settings, Path folder) {
        TokenSettings tokens =
                new TokenSettings("sillok", "sillok", folder.resolve("jwks.json").toString());
        return RunningService.start(
                this, new ServiceConfiguration<>(WebSettings.onLoopback(0, tokens), settings));
    }

    /// Everybody who was let in, in order.
    List<ProvenIdentity> entered() {
        return List.copyOf(entered);
    }

    void forgetEverybody() {
        entered.clear();
    }

    @Override
    public Response enter(ProvenIdentity identity, HttpServletRequest request) {
        entered.add(identity);
        return Response.ok().build();
    }

    @Override
    protected void bootstrapLogging() {}

    @Override
    public String getName() {
        return "login";
    }

    @Override
    public void initialize(Bootstrap<ServiceConfiguration<OidcSettings>> bootstrap) {
        bootstrap.addBundle(web);
    }

    @Override
    public void run(ServiceConfiguration<OidcSettings> configuration, Environment environment) {
        ProviderHttp http = new ProviderHttp();
        environment.lifecycle().manage(http);
        OidcSettings settings = configuration.settings();
        List<ProviderLogin> logins =
                settings.providers().stream()
                        .map(p -> new ProviderLogin(p, http, key, InstantSource.system()))
                        .toList();
        environment
                .jersey()
                .register(
                        new OidcResource(
                                ProviderLogins.of(logins),
                                new Callbacks(settings, configuration.web().host()),
                                this));
    }
}
