package io.sillok.commandapi.identity.oidc;

import io.sillok.platform.web.problems.ProblemException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Logins with every provider there is.
///
/// @param byName under the provider's name in paths
record ProviderLogins(Map<String, ProviderLogin> byName) {

    ProviderLogins {
        byName = Map.copyOf(byName);
    }

    static ProviderLogins of(Collection<ProviderLogin> logins) {
        return new ProviderLogins(
                logins.stream()
                        .collect(Collectors.toMap(ProviderLogin::name, Function.identity())));
    }

    /// @throws ProblemException E4007 when there is none of this name
    ProviderLogin with(String name) {
        return Optional.ofNullable(byName.get(name)).orElseThrow(OidcProblems::unknownProvider);
    }
}
