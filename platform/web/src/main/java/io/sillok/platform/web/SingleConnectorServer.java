package io.sillok.platform.web;

import io.dropwizard.core.server.AbstractServerFactory;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.Duration;
import io.sillok.platform.web.exchange.ExchangeLog;
import io.sillok.platform.web.exchange.FrontDoor;
import io.sillok.platform.web.problems.ServerErrorHandler;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.CrossOriginHandler;

/// Dropwizard's server with one connector and everything at the root: no admin port, no
/// compression, no forms. Requests run on virtual threads.
final class SingleConnectorServer extends AbstractServerFactory {

    private static final Duration IDLE = Duration.seconds(60);
    private static final Duration GRACE = Duration.seconds(5);
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Set<String> EXPOSED =
            Set.of(
                    "Consistency",
                    "Consistency-Token",
                    "Command-Id",
                    "Content-Disposition",
                    "Content-Location",
                    "ETag",
                    "Link",
                    "Location",
                    "Preference-Applied",
                    "RateLimit",
                    "RateLimit-Policy",
                    "Retry-After",
                    "Tus-Checksum-Algorithm",
                    "Tus-Extension",
                    "Tus-Max-Size",
                    "Tus-Resumable",
                    "Tus-Version",
                    "Upload-Expires",
                    "Upload-Length",
                    "Upload-Metadata",
                    "Upload-Offset",
                    "Upload-Result",
                    "X-Process-Time",
                    "X-Request-Id",
                    "traceparent");

    private final WebSettings settings;
    private final ExchangeLog log;

    SingleConnectorServer(WebSettings settings, ExchangeLog log) {
        this.settings = settings;
        this.log = log;
        setRegisterDefaultExceptionMappers(false);
        setEnableThreadNameFilter(false);
        setEnableVirtualThreads(true);
        setShutdownGracePeriod(GRACE);
        setAllowedMethods(METHODS);
    }

    @Override
    public void configure(Environment environment) {
        environment.getApplicationContext().setContextPath("/");
    }

    @Override
    public Server build(Environment environment) {
        configure(environment);
        Server server =
                buildServer(environment.lifecycle(), createThreadPool(environment.metrics()));
        server.setStopAtShutdown(false);
        Handler jersey =
                createAppServlet(
                        server,
                        environment.jersey(),
                        environment.getObjectMapper(),
                        environment.getValidator(),
                        environment.getApplicationContext(),
                        environment.getJerseyServletContainer(),
                        environment.metrics());
        environment
                .getApplicationContext()
                .getServletHandler()
                .getServlet("jersey")
                .setInitOrder(1);
        environment.getApplicationContext().setErrorHandler(new ServerErrorHandler());
        server.setErrorHandler(new ServerErrorHandler());
        server.setRequestLog(log);
        server.addConnector(connector(server, environment));
        server.setHandler(
                addGracefulHandler(
                        new FrontDoor(Api.BASE, settings.maxInFlight(), crossOrigin(jersey))));
        return server;
    }

    private Connector connector(Server server, Environment environment) {
        HttpConnectorFactory http = new HttpConnectorFactory();
        http.setBindHost(settings.host());
        http.setPort(settings.port());
        http.setIdleTimeout(IDLE);
        http.setUseServerHeader(false);
        http.setMaxRequestHeaderSize(DataSize.kibibytes(16));
        return http.build(server, environment.metrics(), environment.getName(), null);
    }

    private Handler crossOrigin(Handler next) {
        if (settings.corsOrigins().isEmpty()) {
            return next;
        }
        CrossOriginHandler handler = new CrossOriginHandler();
        handler.setAllowedOriginPatterns(
                Set.copyOf(settings.corsOrigins().stream().map(Pattern::quote).toList()));
        handler.setAllowedMethods(METHODS);
        handler.setAllowedHeaders(Set.of("*"));
        handler.setExposedHeaders(EXPOSED);
        handler.setHandler(next);
        return handler;
    }
}
