package io.sillok.commandapi.identity.oidc;

import io.sillok.platform.web.Api;
import io.sillok.platform.web.WebSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.net.URI;

/// Where providers send browsers back to, and what browsers carry there and nowhere else. Follows
/// from the settings alone: a request cannot say it.
final class Callbacks {

    static final String COOKIE = "sillok-oidc-login";

    private final OidcSettings settings;
    private final String host;

    private Callbacks(OidcSettings settings, String host) {
        this.settings = settings;
        this.host = host;
    }

    /// @throws IllegalArgumentException when there are providers, but nobody could come back from
    ///   them
    static Callbacks of(OidcSettings settings, WebSettings web) {
        if (!settings.providers().isEmpty()) {
            settings.origin(web.host(), web.port());
        }
        return new Callbacks(settings, web.host());
    }

    /// The redirect URI that is registered at a provider.
    ///
    /// @param request tells the port, in case that any free one was asked for
    URI of(ProviderLogin provider, HttpServletRequest request) {
        return settings.origin(host, request.getLocalPort()).resolve(path(provider));
    }

    /// Carries a login until its callback.
    NewCookie cookie(ProviderLogin provider, String sealed) {
        return cookie(provider, sealed, Math.toIntExact(LoginCookie.VALIDITY.toSeconds()));
    }

    /// Takes it away, in the form of a header.
    String noCookie(ProviderLogin provider) {
        return RuntimeDelegate.getInstance()
                .createHeaderDelegate(NewCookie.class)
                .toString(cookie(provider, "", 0));
    }

    private NewCookie cookie(ProviderLogin provider, String value, int seconds) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path(path(provider))
                .maxAge(seconds)
                .httpOnly(true)
                .secure(settings.isOverTls())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    private static String path(ProviderLogin provider) {
        return Api.BASE + "/auth/oidc/" + provider.name() + "/callback";
    }
}
