package io.sillok.platform.web.access;

import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;

/// Puts the guards before every resource method: a token or an API key unless it is [Public], and
/// what it [Requires]. A method that says nothing is guarded.
public final class AccessFeature implements DynamicFeature {

    private final CredentialFilter credentials;

    public AccessFeature(TokenVerifier verifier, Guard guard) {
        credentials = CredentialFilter.of(verifier, guard);
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Demands demands = Demands.of(resource.getResourceMethod(), resource.getResourceClass());
        if (demands.isOpen()) {
            return;
        }
        context.register(credentials);
        demands.requires().map(RequirementFilter::new).ifPresent(context::register);
    }
}
