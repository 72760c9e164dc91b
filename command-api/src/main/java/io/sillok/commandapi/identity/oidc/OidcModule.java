package io.sillok.commandapi.identity.oidc;

import io.dropwizard.lifecycle.setup.LifecycleEnvironment;
import io.sillok.platform.web.WebSettings;
import io.sillok.platform.web.access.DigestKey;
import io.sillok.platform.web.access.Revocations;
import java.time.InstantSource;
import java.util.List;

/// What is served of logins with accounts elsewhere.
public final class OidcModule {

    private OidcModule() {}

    /// The resources; without providers they answer that there is none.
    ///
    /// @param key of the installation, the same on all nodes
    /// @throws IllegalArgumentException when there are providers, but nobody could come back from
    ///   them
    public static List<Object> resources(
            OidcSettings settings,
            WebSettings web,
            DigestKey key,
            ExternalAccounts accounts,
            Revocations revocations,
            LifecycleEnvironment lifecycle) {
        InstantSource clock = InstantSource.system();
        ProviderHttp http = new ProviderHttp();
        lifecycle.manage(http);
        ProviderLogins logins =
                ProviderLogins.of(
                        settings.providers().stream()
                                .map(provider -> new ProviderLogin(provider, http, key, clock))
                                .toList());
        Callbacks callbacks = Callbacks.of(settings, web);
        return List.of(
                new OidcResource(logins, callbacks, accounts, revocations),
                new LinkResource(logins, callbacks, clock));
    }
}
