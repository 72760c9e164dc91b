package io.sillok.commandapi;

import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.Managed;
import io.sillok.commandapi.bookings.BookingsModule;
import io.sillok.commandapi.catalog.CatalogModule;
import io.sillok.commandapi.generation.GenerationModule;
import io.sillok.commandapi.identity.IdentityModule;
import io.sillok.platform.kafka.KafkaClients;
import io.sillok.platform.kafka.LogHealth;
import io.sillok.platform.web.RunningService;
import io.sillok.platform.web.ServiceConfiguration;
import io.sillok.platform.web.ServiceInfo;
import io.sillok.platform.web.ServiceLogging;
import io.sillok.platform.web.SettingsFile;
import io.sillok.platform.web.StartFailure;
import io.sillok.platform.web.WebBundle;
import io.sillok.platform.web.health.Health;
import io.sillok.platform.web.health.Probe;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/// The command API: takes commands over HTTP, puts them on the log, answers with what becomes of
/// them.
public final class CommandApiApplication
        extends Application<ServiceConfiguration<CommandApiSettings>> {

    private static final String SETTINGS = "io/sillok/commandapi/command-api.yml";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final IdentityModule identity;
    private final WebBundle web;

    private CommandApiApplication(CommandApiSettings settings) {
        identity = new IdentityModule(settings);
        web =
                new WebBundle(
                        ServiceInfo.starting("command-api", "Sillok command API"),
                        CommandDocs::describe,
                        identity::guard);
    }

    /// Runs the service until the process is told to end.
    ///
    /// @param arguments at most one: the path of a settings file
    public static void main(String[] arguments) throws InterruptedException {
        ServiceLogging.json();
        RunningService service = startOrExit(arguments);
        Runtime.getRuntime().addShutdownHook(new Thread(service::stop, "stop"));
        service.join();
    }

    private static RunningService startOrExit(String[] arguments) {
        try {
            return start(
                    SettingsFile.read(
                            CommandApiSettings.class,
                            Stream.of(arguments).findFirst(),
                            SETTINGS,
                            System.getenv()));
        } catch (IllegalArgumentException | StartFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
            throw e;
        }
    }

    /// Starts the service; on return it accepts connections.
    public static RunningService start(CommandApiSettings settings) {
        return RunningService.start(
                new CommandApiApplication(settings),
                new ServiceConfiguration<>(settings.web(), settings));
    }

    @Override
    public String getName() {
        return "command-api";
    }

    @Override
    protected void bootstrapLogging() {
        // the process decides how it logs; it may hold several services
    }

    @Override
    public void initialize(Bootstrap<ServiceConfiguration<CommandApiSettings>> bootstrap) {
        bootstrap.addBundle(web);
    }

    @Override
    public void run(
            ServiceConfiguration<CommandApiSettings> configuration, Environment environment) {
        CommandApiSettings settings = configuration.settings();
        identity.serve(environment, web.health());
        CatalogModule.serve(settings, environment, web.health(), identity.stillValid());
        BookingsModule.serve(settings, environment, web.health());
        GenerationModule.serve(settings, environment, web.health(), identity::tellOfErasures);
        watchLog(settings, environment);
    }

    private void watchLog(CommandApiSettings settings, Environment environment) {
        Admin admin = new KafkaClients(settings.kafka()).admin("command-api-health");
        environment.lifecycle().manage(new Closing(admin));
        LogHealth log = new LogHealth(admin, settings.kafka());
        web.health().watch(Probe.of("log", () -> health(log.check(PATIENCE))));
    }

    private static Health health(LogHealth.State state) {
        return switch (state) {
            case LogHealth.State.Available(var took) ->
                    Health.healthy("answered in " + took.toMillis() + " ms");
            case LogHealth.State.Impaired(var cause) -> Health.unhealthy(cause);
            case LogHealth.State.Unreachable(var cause) -> Health.unhealthy(cause);
        };
    }

    private record Closing(Admin admin) implements Managed {

        @Override
        public void stop() {
            admin.close(PATIENCE);
        }
    }
}
