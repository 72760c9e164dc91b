package io.sillok.queryapi;

import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.sillok.platform.web.RunningService;
import io.sillok.platform.web.ServiceConfiguration;
import io.sillok.platform.web.ServiceInfo;
import io.sillok.platform.web.ServiceLogging;
import io.sillok.platform.web.SettingsFile;
import io.sillok.platform.web.WebBundle;
import io.sillok.platform.web.health.Probe;
import io.sillok.queryapi.bookings.BookingsModule;
import io.sillok.queryapi.cache.CacheMetrics;
import io.sillok.queryapi.cache.Caches;
import io.sillok.queryapi.catalog.CatalogModule;
import io.sillok.queryapi.consistency.ConsistencyFeature;
import io.sillok.queryapi.consistency.ConsistencyMetrics;
import io.sillok.queryapi.generation.AnswerFeed;
import io.sillok.queryapi.generation.GenerationModule;
import io.sillok.queryapi.http.EntityTagFeature;
import io.sillok.queryapi.http.LinkFilter;
import io.sillok.queryapi.identity.IdentityModule;
import io.sillok.queryapi.operations.OperationsModule;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.topics.Topics;
import java.util.Optional;
import java.util.stream.Stream;

/// The query API: answers reads from the views, and from the log what only the log knows.
public final class QueryApiApplication extends Application<ServiceConfiguration<QueryApiSettings>> {

    private static final String SETTINGS = "io/sillok/queryapi/query-api.yml";

    private final Callers callers;
    private final WebBundle web;

    private QueryApiApplication(QueryApiSettings settings) {
        callers = new Callers(settings);
        web =
                new WebBundle(
                        ServiceInfo.starting("query-api", "Sillok query API"),
                        QueryDocs::describe,
                        callers::guard);
    }

    /// Runs the service until the process is told to end.
    ///
    /// @param arguments at most one: the path of a settings file
    public static void main(String[] arguments) throws InterruptedException {
        ServiceLogging.json();
        QueryApiSettings settings =
                SettingsFile.read(
                        QueryApiSettings.class,
                        Stream.of(arguments).findFirst(),
                        SETTINGS,
                        System.getenv());
        RunningService service = start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(service::stop, "stop"));
        service.join();
    }

    /// Starts the service; on return it accepts connections. Engines that are away are no
    /// hindrance: reads that need them are refused until they are back.
    public static RunningService start(QueryApiSettings settings) {
        return RunningService.start(
                new QueryApiApplication(settings),
                new ServiceConfiguration<>(settings.web(), settings));
    }

    @Override
    public String getName() {
        return "query-api";
    }

    @Override
    protected void bootstrapLogging() {
        // the process decides how it logs; it may hold several services
    }

    @Override
    public void initialize(Bootstrap<ServiceConfiguration<QueryApiSettings>> bootstrap) {
        bootstrap.addBundle(web);
    }

    @Override
    public void run(ServiceConfiguration<QueryApiSettings> configuration, Environment environment) {
        Sources sources = Sources.open(configuration.settings());
        environment.lifecycle().manage(sources);
        callers.tell(sources.persons());
        JerseyEnvironment jersey = environment.jersey();
        jersey.register(
                new ConsistencyFeature(
                        sources.barrier(configuration.settings().consistencyWait()),
                        new ConsistencyMetrics(web.metrics())));
        jersey.register(new LinkFilter());
        jersey.register(new EntityTagFeature(environment.getObjectMapper()));
        CacheMetrics hits = new CacheMetrics(web.metrics());
        Caches catalog = new Caches(sources.kafka(), Topics.CATALOG_EVENTS, hits);
        environment.lifecycle().manage(catalog);
        Caches bookings = new Caches(sources.kafka(), Topics.BOOKINGS_EVENTS, hits);
        environment.lifecycle().manage(bookings);
        CatalogModule.resources(
                        sources.readModel(),
                        sources.search(),
                        sources.blobs(),
                        sources.log(),
                        catalog)
                .forEach(jersey::register);
        IdentityModule.resources(sources.readModel()).forEach(jersey::register);
        BookingsModule.resources(sources.readModel(), sources.log(), sources.persons(), bookings)
                .forEach(jersey::register);
        AnswerFeed answers = new AnswerFeed(sources.kafka(), sources.persons());
        environment.lifecycle().manage(answers);
        GenerationModule.resources(sources.readModel(), answers).forEach(jersey::register);
        OperationsModule.resources(
                        sources.readModel(),
                        sources.log(),
                        sources.epoch(),
                        QueryApiApplication::boundary,
                        sources.persons())
                .forEach(jersey::register);
        web.health().watch(Probe.of("revocations", callers::health));
        web.health().watch(Probe.of("generation-answers", answers::health));
        Watching.begin(sources, web.health(), web.metrics());
    }

    private static Optional<BoundaryKey> boundary(Subject subject) {
        return CatalogModule.boundary(subject)
                .or(() -> IdentityModule.boundary(subject))
                .or(() -> BookingsModule.boundary(subject))
                .or(() -> GenerationModule.boundary(subject));
    }
}
