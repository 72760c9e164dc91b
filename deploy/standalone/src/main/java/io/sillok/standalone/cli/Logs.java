package io.sillok.standalone.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// Where this process logs: nowhere at first, then as plain text to one file, which moves aside
/// when it is large. Nothing is ever logged to the terminal.
final class Logs {

    /// Warns of every partition whose end is asked for by a consumer that does not read it.
    private static final String ENDS_THAT_MOVED_ON =
            "org.apache.kafka.clients.consumer.internals.OffsetFetcherUtils";

    private static final String LINE =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX, UTC} %-5level %logger{30} %msg %kvp%n%ex";
    private static final FileSize LARGE = new FileSize(16L << 20);
    private static final int OLD_FILES = 4;

    private Logs() {}

    /// To be called before anything is logged.
    static void off() {
        // a library of ours brings the API of Log4j, which would complain that nothing is behind it
        System.setProperty("log4j2.statusLoggerLevel", "OFF");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        var context = context();
        context.reset();
        root(context).setLevel(Level.OFF);
    }

    /// From now on to a file, whose folder is made where it is missing.
    static void to(Path file) {
        var context = context();
        context.reset();
        var appender = new RollingFileAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setFile(file.toString());
        appender.setEncoder(encoder(context));
        roll(appender, file, context);
        appender.start();
        root(context).setLevel(Level.INFO);
        root(context).addAppender(appender);
        context.getLogger("org.apache.kafka").setLevel(Level.WARN);
        context.getLogger(ENDS_THAT_MOVED_ON).setLevel(Level.ERROR);
        context.getLogger("org.eclipse.jetty").setLevel(Level.WARN);
        context.getLogger("io.dropwizard").setLevel(Level.WARN);
        context.getLogger("org.glassfish.jersey").setLevel(Level.WARN);
    }

    private static PatternLayoutEncoder encoder(LoggerContext context) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern(LINE);
        encoder.start();
        return encoder;
    }

    private static void roll(
            RollingFileAppender<ILoggingEvent> appender, Path file, LoggerContext context) {
        var window = new FixedWindowRollingPolicy();
        window.setContext(context);
        window.setParent(appender);
        window.setFileNamePattern(file + ".%i");
        window.setMinIndex(1);
        window.setMaxIndex(OLD_FILES);
        window.start();
        var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        size.setContext(context);
        size.setMaxFileSize(LARGE);
        size.start();
        appender.setRollingPolicy(window);
        appender.setTriggeringPolicy(size);
    }

    private static ch.qos.logback.classic.Logger root(LoggerContext context) {
        return context.getLogger(Logger.ROOT_LOGGER_NAME);
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }
}
