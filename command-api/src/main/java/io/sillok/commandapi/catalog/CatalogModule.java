package io.sillok.commandapi.catalog;

import io.dropwizard.core.setup.Environment;
import io.sillok.commandapi.CommandApiSettings;
import io.sillok.commandapi.catalog.tus.TusAnswerFilter;
import io.sillok.commandapi.catalog.tus.TusMethodOverride;
import io.sillok.commandapi.catalog.tus.TusPath;
import io.sillok.commandapi.catalog.tus.TusVersionFilter;
import io.sillok.commandapi.gateway.CommandGateway;
import io.sillok.platform.blobs.BlobHealth;
import io.sillok.platform.blobs.BlobStore;
import io.sillok.platform.web.access.StillValid;
import io.sillok.platform.web.health.Health;
import io.sillok.platform.web.health.HealthBoard;
import io.sillok.platform.web.health.Probe;
import io.sillok.schemas.topics.Topics;
import java.util.concurrent.ExecutorService;

/// What the command API serves of the catalog.
public final class CatalogModule {

    private static final int INSPECTORS = Math.max(2, Runtime.getRuntime().availableProcessors());

    private CatalogModule() {}

    /// Adds the catalog's resources and probes to the service.
    ///
    /// @param stillValid asked about who uploads, when all of it has come
    public static void serve(
            CommandApiSettings settings,
            Environment environment,
            HealthBoard health,
            StillValid stillValid) {
        CommandGateway gateway =
                new CommandGateway(
                        settings.kafka(),
                        Topics.CATALOG_COMMANDS,
                        Topics.CATALOG_EVENTS,
                        environment.lifecycle());
        BlobStore blobs = settings.files().open();
        ExecutorService inspectors =
                environment
                        .lifecycle()
                        .executorService("inspection-%d")
                        .minThreads(INSPECTORS)
                        .maxThreads(INSPECTORS)
                        .build();
        Uploads uploads = new Uploads(blobs, settings.uploads(), settings.clamd(), inspectors);
        environment.jersey().register(new CategoriesResource(gateway));
        environment.jersey().register(new ItemsResource(gateway));
        environment.jersey().register(new PostsResource(gateway));
        environment.jersey().register(new MaterialsResource(gateway, uploads, stillValid));
        environment
                .jersey()
                .register(
                        new UploadsResource(
                                new ResumableUploads(
                                        settings.files().openUploads(),
                                        uploads,
                                        settings.uploads(),
                                        gateway,
                                        stillValid)));
        environment.jersey().register(new TusVersionFilter());
        environment.jersey().register(new TusAnswerFilter(new TusPath(UploadsResource.PATH)));
        environment.jersey().register(new TusMethodOverride(new TusPath(UploadsResource.PATH)));
        health.watch(Probe.of("settlements", gateway::health));
        health.watch(Probe.of("files", () -> health(blobs.health())));
        settings.clamd().ifPresent(clamd -> health.watch(Probe.of("scanner", () -> health(clamd))));
    }

    private static Health health(BlobHealth blobs) {
        Health.Status status =
                switch (blobs.level()) {
                    case HEALTHY -> Health.Status.HEALTHY;
                    case WARNING -> Health.Status.WARNING;
                    case UNHEALTHY -> Health.Status.UNHEALTHY;
                };
        return new Health(status, blobs.detail());
    }

    private static Health health(Clamd clamd) {
        return clamd.answers() ? Health.healthy("clamd answers") : Health.unhealthy("no answer");
    }
}
