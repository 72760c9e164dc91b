package io.sillok.queryapi.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sillok.queryapi.consistency.Reads;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;

/// Gives the answers of every resource method that [Reads] a view an entity tag.
public final class EntityTagFeature implements DynamicFeature {

    private final ObjectMapper json;

    /// @param json writes what the service answers
    public EntityTagFeature(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        if (resource.getResourceMethod().isAnnotationPresent(Reads.class)) {
            context.register(new EntityTagFilter(json));
        }
    }
}
