package io.sillok.platform.web;

import io.dropwizard.auth.AuthValueFactoryProvider;
import io.dropwizard.core.ConfiguredBundle;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.dropwizard.lifecycle.Managed;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.sillok.platform.web.access.AccessFeature;
import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.access.Guard;
import io.sillok.platform.web.access.PublicKeys;
import io.sillok.platform.web.access.TokenVerifier;
import io.sillok.platform.web.docs.OpenApiDocument;
import io.sillok.platform.web.docs.OpenApiResource;
import io.sillok.platform.web.docs.SwaggerUiResource;
import io.sillok.platform.web.exchange.ExchangeLog;
import io.sillok.platform.web.exchange.MetricsResource;
import io.sillok.platform.web.exchange.RouteFilter;
import io.sillok.platform.web.health.HealthBoard;
import io.sillok.platform.web.health.HealthResource;
import io.sillok.platform.web.health.MemoryProbe;
import io.sillok.platform.web.http.BodyRules;
import io.sillok.platform.web.http.StrictJson;
import io.sillok.platform.web.limits.LimitFeature;
import io.sillok.platform.web.problems.ProblemMapper;
import io.sillok.platform.web.sse.EventStreamFilter;
import io.swagger.v3.oas.models.OpenAPI;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/// What every service of the platform has beside its own resources: access control, problems,
/// health, metrics, docs, and the rules of a request.
public final class WebBundle implements ConfiguredBundle<ServiceConfiguration<?>> {

    private final ServiceInfo service;
    private final Consumer<OpenAPI> description;
    private final Function<Environment, Guard> guarding;
    private final HealthBoard health = new HealthBoard();
    private final PrometheusRegistry metrics = new PrometheusRegistry();

    /// A bundle for one service where no token is ever revoked and no API key is believed.
    ///
    /// @param description adds to the OpenAPI document what all resources of the service share
    public WebBundle(ServiceInfo service, Consumer<OpenAPI> description) {
        this(service, description, _ -> Guard.ofTokensOnly());
    }

    /// A bundle for one service.
    ///
    /// @param description adds to the OpenAPI document what all resources of the service share
    /// @param guarding makes what every token and API key is checked against, when the service
    ///   starts
    public WebBundle(
            ServiceInfo service,
            Consumer<OpenAPI> description,
            Function<Environment, Guard> guarding) {
        this.service = service;
        this.description = description;
        this.guarding = guarding;
        health.watch(new MemoryProbe());
    }

    /// Where the service adds its probes.
    public HealthBoard health() {
        return health;
    }

    /// Where the service registers its own metrics.
    public PrometheusRegistry metrics() {
        return metrics;
    }

    @Override
    public void initialize(Bootstrap<?> bootstrap) {
        bootstrap.setObjectMapper(StrictJson.mapper());
    }

    @Override
    public void run(ServiceConfiguration<?> configuration, Environment environment) {
        WebSettings web = configuration.web();
        configuration.setServerFactory(
                new SingleConnectorServer(web, new ExchangeLog(metrics, web.slowRequest())));
        JerseyEnvironment jersey = environment.jersey();
        jersey.property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
        jersey.property(ServerProperties.BV_FEATURE_DISABLE, true);
        jersey.property(ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED, true);
        jersey.register(new AccessFeature(verifier(web), guarding.apply(environment)));
        jersey.register(new AuthValueFactoryProvider.Binder<>(Caller.class));
        jersey.register(ProblemMapper.class);
        jersey.register(RouteFilter.class);
        jersey.register(LimitFeature.class);
        jersey.register(EventStreamFilter.class);
        jersey.register(new BodyRules(web.maxBodyBytes()));
        jersey.register(new HealthResource(service, health));
        jersey.register(new MetricsResource(metrics));
        jersey.register(new SwaggerUiResource(service));
        jersey.register(
                new OpenApiResource(
                        () ->
                                OpenApiDocument.of(
                                        service,
                                        resources(jersey.getResourceConfig()),
                                        description)));
        environment.lifecycle().manage(new Closing(health));
    }

    private static TokenVerifier verifier(WebSettings web) {
        return new TokenVerifier(web.tokens(), PublicKeys.at(web.tokens().jwks()));
    }

    private static Set<Class<?>> resources(ResourceConfig config) {
        Stream<Class<?>> classes =
                Stream.concat(
                        config.getClasses().stream(),
                        config.getInstances().stream().map(Object::getClass));
        return classes.filter(type -> type.isAnnotationPresent(Path.class))
                .collect(Collectors.toSet());
    }

    private record Closing(HealthBoard health) implements Managed {

        @Override
        public void stop() {
            health.close();
        }
    }
}
