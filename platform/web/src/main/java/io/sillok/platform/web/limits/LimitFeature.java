package io.sillok.platform.web.limits;

import jakarta.inject.Provider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.FeatureContext;

/// Puts a count before every resource method that is [Limited].
public final class LimitFeature implements DynamicFeature {

    private final Provider<HttpServletRequest> servlet;

    public LimitFeature(@Context Provider<HttpServletRequest> servlet) {
        this.servlet = servlet;
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Limited limited = resource.getResourceMethod().getAnnotation(Limited.class);
        if (limited != null) {
            context.register(new LimitFilter(limited, servlet));
        }
    }
}
