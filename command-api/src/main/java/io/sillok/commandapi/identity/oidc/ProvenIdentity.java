package io.sillok.commandapi.identity.oidc;

import java.util.Optional;

/// Somebody as a provider has proven them. Issuer and subject together name them, for ever; all
/// else may change. Its text form says nothing of the person.
///
/// @param issuer the URL of the provider, as its tokens say it
/// @param subject opaque, at most 255 characters
/// @param email only one that the provider says is verified
/// @param name as people call them
public record ProvenIdentity(
        String issuer, String subject, Optional<String> email, Optional<String> name) {

    @Override
    public String toString() {
        return "ProvenIdentity[issuer=" + issuer + "]";
    }
}
