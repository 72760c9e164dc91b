package io.sillok.platform.web.access;

import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.annotation.Annotation;
import java.util.Optional;

/// Puts the guards before every resource method: a token unless it is [Public], and what it
/// [Requires]. A method that says nothing is guarded.
public final class AccessFeature implements DynamicFeature {

    private final BearerFilter bearer;

    public AccessFeature(TokenVerifier verifier) {
        bearer = BearerFilter.of(verifier);
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Optional<Requires> requires = annotation(resource, Requires.class);
        if (requires.isEmpty() && annotation(resource, Public.class).isPresent()) {
            return;
        }
        context.register(bearer);
        requires.map(RequirementFilter::new).ifPresent(context::register);
    }

    private static <A extends Annotation> Optional<A> annotation(
            ResourceInfo resource, Class<A> type) {
        return Optional.ofNullable(resource.getResourceMethod().getAnnotation(type))
                .or(() -> Optional.ofNullable(resource.getResourceClass().getAnnotation(type)));
    }
}
