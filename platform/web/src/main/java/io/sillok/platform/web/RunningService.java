package io.sillok.platform.web;

import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.JettyManaged;
import io.dropwizard.lifecycle.setup.LifecycleEnvironment;
import java.net.URI;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;

/// A service that answers requests, from its start until it is stopped. Several may run in one JVM.
public final class RunningService implements AutoCloseable {

    private final String host;
    private final Server server;

    private RunningService(String host, Server server) {
        this.host = host;
        this.server = server;
    }

    /// Starts a service; on return it accepts connections.
    ///
    /// @throws StartFailure when it does not start; nothing is left running then
    public static <S> RunningService start(
            Application<ServiceConfiguration<S>> application,
            ServiceConfiguration<S> configuration) {
        Bootstrap<ServiceConfiguration<S>> bootstrap = new Bootstrap<>(application);
        application.initialize(bootstrap);
        Environment environment = environment(bootstrap, configuration);
        try {
            bootstrap.run(configuration, environment);
            application.run(configuration, environment);
            Server server = configuration.getServerFactory().build(environment);
            start(server);
            return new RunningService(configuration.web().host(), server);
        } catch (Exception e) {
            undo(environment.lifecycle(), e);
            throw StartFailure.of(application.getName(), configuration.web(), e);
        }
    }

    private static <S> Environment environment(
            Bootstrap<ServiceConfiguration<S>> bootstrap, ServiceConfiguration<S> configuration) {
        return new Environment(
                bootstrap.getApplication().getName(),
                bootstrap.getObjectMapper(),
                bootstrap.getValidatorFactory(),
                bootstrap.getMetricRegistry(),
                bootstrap.getClassLoader(),
                bootstrap.getHealthCheckRegistry(),
                configuration);
    }

    private static void start(Server server) throws Exception {
        try {
            server.start();
        } catch (Exception e) {
            server.stop();
            throw e;
        }
    }

    /// Ends what was made before the start failed, whether it was started itself or not.
    private static void undo(LifecycleEnvironment lifecycle, Exception cause) {
        for (LifeCycle object : lifecycle.getManagedObjects()) {
            try {
                if (object instanceof JettyManaged managed) {
                    managed.getManaged().stop();
                }
            } catch (Exception e) {
                cause.addSuppressed(e);
            }
        }
    }

    /// The port it listens on, also when any free one was asked for.
    public int port() {
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    /// Where it listens.
    public URI uri() {
        return URI.create("http://" + host + ":" + port());
    }

    /// Waits until it is stopped.
    public void join() throws InterruptedException {
        server.join();
    }

    /// Lets requests under way finish for a few seconds, then stops. May be called twice.
    public void stop() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the service did not stop cleanly", e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
