package io.sillok.platform.web;

import java.time.Duration;

/// What a service is called, of which release it is, and since when it runs.
///
/// @param title for people
/// @param startedNanos of the JVM's monotonic clock
public record ServiceInfo(String name, String title, Release release, long startedNanos) {

    /// A service of this release that starts now.
    public static ServiceInfo starting(String name, String title) {
        return new ServiceInfo(name, title, Release.current(), System.nanoTime());
    }

    public Duration uptime() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }
}
