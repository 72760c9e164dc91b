package io.sillok.processors.engine.projection;

import java.time.Duration;

/// How long to wait before the next try: twice as long each time, up to a limit. Used by one
/// thread.
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private Duration next = FIRST;

    Duration next() {
        Duration now = next;
        next = now.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : now.multipliedBy(2);
        return now;
    }

    void reset() {
        next = FIRST;
    }
}
