package io.sillok.platform.web;

import org.slf4j.bridge.SLF4JBridgeHandler;

/// How a service that has its process to itself writes its log.
public final class ServiceLogging {

    private static final String LOGBACK = "logback.configurationFile";

    private ServiceLogging() {}

    /// One JSON object a line on standard output, unless the operator configures Logback otherwise.
    /// To be called before the first logger is made.
    public static void json() {
        if (System.getProperty(LOGBACK) == null) {
            System.setProperty(LOGBACK, "io/sillok/platform/web/logback-service.xml");
        }
        bridge();
    }

    /// Leads what libraries tell the JDK's own logging to the same log. For the whole process.
    public static void bridge() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
