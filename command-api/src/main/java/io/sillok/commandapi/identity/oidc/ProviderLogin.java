package io.sillok.commandapi.identity.oidc;

import io.sillok.platform.web.access.DigestKey;
import io.sillok.platform.web.problems.ProblemException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Logins with one provider, from the redirect to a proven identity. What is to be known in between
/// the browser carries, so any node may finish what another one began. Thread-safe.
final class ProviderLogin {

    private final String name;
    private final RelyingParty party;
    private final LoginCookie cookie;
    private final InstantSource clock;

    /// @param key the same on all nodes
    ProviderLogin(OidcProvider provider, ProviderHttp http, DigestKey key, InstantSource clock) {
        this.name = provider.name();
        this.party = new RelyingParty(provider, http, clock);
        this.cookie = new LoginCookie(provider.name(), key);
        this.clock = clock;
    }

    /// The provider's name in paths.
    String name() {
        return name;
    }

    /// Begins one.
    ///
    /// @param linking to an account; empty for a login
    /// @param callback where the provider sends the browser back to
    /// @throws ProblemException when the provider cannot be discovered
    Begun begin(Optional<Linking> linking, URI callback) {
        LoginAttempt attempt = LoginAttempt.begin(linking);
        return new Begun(party.begin(attempt, callback), cookie.seal(attempt, clock.instant()));
    }

    /// Finishes one.
    ///
    /// @param sealed what the browser carried, if anything
    /// @param answer the parameters of the callback
    /// @throws ProblemException when nothing is proven
    Finished finish(Optional<String> sealed, Map<String, List<String>> answer, URI callback) {
        LoginAttempt attempt = sealed.flatMap(cookie::open).orElseThrow(OidcProblems::notBegun);
        return new Finished(party.finish(attempt, answer, callback), attempt.linking());
    }

    /// A login on its way.
    ///
    /// @param authorization where the browser goes now
    /// @param sealed what it carries meanwhile
    record Begun(URI authorization, String sealed) {}

    /// Who it is.
    ///
    /// @param linking to an account; empty for a login
    record Finished(ProvenIdentity identity, Optional<Linking> linking) {}
}
