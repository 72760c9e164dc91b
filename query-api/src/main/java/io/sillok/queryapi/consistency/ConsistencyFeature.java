package io.sillok.queryapi.consistency;

import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.util.List;

/// Puts the [Barrier] before every resource method that [Reads] a view.
public final class ConsistencyFeature implements DynamicFeature {

    private final Barrier barrier;
    private final ConsistencyMetrics metrics;

    public ConsistencyFeature(Barrier barrier, ConsistencyMetrics metrics) {
        this.barrier = barrier;
        this.metrics = metrics;
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Reads reads = resource.getResourceMethod().getAnnotation(Reads.class);
        if (reads != null) {
            context.register(new ConsistencyFilter(barrier, List.of(reads.value()), metrics));
        }
    }
}
