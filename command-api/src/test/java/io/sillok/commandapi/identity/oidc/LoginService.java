package io.sillok.commandapi.identity.oidc;

import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.sillok.platform.web.RunningService;
import io.sillok.platform.web.ServiceConfiguration;
import io.sillok.platform.web.ServiceInfo;
import io.sillok.platform.web.WebBundle;
import io.sillok.platform.web.WebSettings;
import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.access.DigestKey;
import io.sillok.platform.web.access.Revocations;
import io.sillok.platform.web.access.TokenSettings;
import io.sillok.schemas.personal.UserId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// A service in which one can log in with a provider, and that remembers who was let in.
final class LoginService extends Application<ServiceConfiguration<OidcSettings>>
        implements ExternalAccounts, Revocations {

    private final WebBundle web = new WebBundle(ServiceInfo.starting("login", "Login"), _ -> {});
    private final DigestKey key;
    private volatile Standing standing = Standing.VALID;
    private final Queue<ProvenIdentity> entered = new ConcurrentLinkedQueue<>();
    private final Map<UserId, ProvenIdentity> linked = new ConcurrentHashMap<>();

    LoginService(DigestKey key) {
        this.key = key;
    }

    /// Who linked whom to their account.
    Map<UserId, ProvenIdentity> linked() {
        return Map.copyOf(linked);
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

    /// Makes every session void, or none.
    void revoke(boolean everySession) {
        standing = everySession ? Standing.VOID : Standing.VALID;
    }

    void forgetEverybody() {
        entered.clear();
        linked.clear();
    }

    @Override
    public Response enter(ProvenIdentity identity, HttpServletRequest request) {
        entered.add(identity);
        return Response.ok().build();
    }

    @Override
    public Response link(ProvenIdentity identity, UserId user, HttpServletRequest request) {
        linked.put(user, identity);
        return Response.ok().build();
    }

    @Override
    public Standing ofToken(Caller caller, Instant issued) {
        return standing;
    }

    @Override
    public Standing ofKey(UUID apiKey, String holder) {
        return standing;
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
        OidcModule.resources(
                        configuration.settings(),
                        configuration.web(),
                        key,
                        this,
                        this,
                        environment.lifecycle())
                .forEach(environment.jersey()::register);
    }
}
