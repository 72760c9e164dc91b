package io.sillok.commandapi.identity.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.sillok.schemas.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Whose accounts elsewhere are good for a login here.
///
/// @param publicUrl where browsers reach this installation, without a path: it begins the redirect
///   URI that is registered at the providers; empty for an installation that only this machine uses
/// @param providers none by default
public record OidcSettings(Optional<URI> publicUrl, List<OidcProvider> providers) {

    public static final OidcSettings NONE = new OidcSettings(Optional.empty(), List.of());

    private static final String FORM =
            "a JSON array of objects with name, issuer, client_id, client_secret is needed";

    public OidcSettings {
        providers = List.copyOf(providers);
        if (publicUrl.filter(url -> !isOrigin(url)).isPresent()) {
            throw new IllegalArgumentException(
                    "the public URL is https://host, without a path (http only on this machine)");
        }
        if (providers.stream().map(OidcProvider::name).distinct().count() < providers.size()) {
            throw new IllegalArgumentException("two OpenID Connect providers have the same name");
        }
    }

    /// Reads settings that are given as text.
    ///
    /// @param providers a JSON array
    /// @throws IllegalArgumentException when they will not do; the message says why, and no secret
    public static OidcSettings parse(Optional<URI> publicUrl, String providers) {
        try {
            return new OidcSettings(
                    publicUrl, List.of(Json.read(providers.getBytes(UTF_8), OidcProvider[].class)));
        } catch (ValueInstantiationException e) {
            throw new IllegalArgumentException(
                    e.getCause() == null ? FORM : e.getCause().getMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException(FORM, e);
        }
    }

    private static boolean isOrigin(URI url) {
        return Urls.isTrustworthy(url) && url.getPath().isEmpty() && url.getQuery() == null;
    }

    /// Where browsers reach the service.
    ///
    /// @param host that it listens on
    /// @param port that it listens on
    /// @throws IllegalArgumentException when that would have to be said and is not
    URI origin(String host, int port) {
        return publicUrl.orElseGet(() -> onThisMachine(host, port));
    }

    /// Whether browsers reach the service over https.
    boolean isOverTls() {
        return publicUrl.filter(url -> "https".equalsIgnoreCase(url.getScheme())).isPresent();
    }

    private static URI onThisMachine(String host, int port) {
        if (!Urls.isOnThisMachine(host)) {
            throw new IllegalArgumentException(
                    "OpenID Connect needs the public URL of a service that listens on " + host);
        }
        return URI.create("http://" + host + ":" + port);
    }
}
