package io.sillok.platform.web.health;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What all probes saw last. Each probe looks once a second on a thread of its own; reading the
/// board never waits. A probe whose last answer is too old counts as unhealthy, so one that hangs
/// does, and hinders nobody. Thread-safe.
public final class HealthBoard implements AutoCloseable {

    static final Duration EVERY = Duration.ofSeconds(1);
    static final Duration TIMEOUT = Duration.ofSeconds(3);

    private static final Logger log = LoggerFactory.getLogger(HealthBoard.class);

    private final List<Watch> watches = new CopyOnWriteArrayList<>();
    private final Duration every;
    private final Duration tooOld;

    public HealthBoard() {
        this(EVERY, TIMEOUT);
    }

    HealthBoard(Duration every, Duration timeout) {
        this.every = every;
        this.tooOld = every.plus(timeout);
    }

    /// Begins to look at one more thing.
    public void watch(Probe probe) {
        Watch watch = new Watch(probe, every, tooOld);
        watches.add(watch);
        watch.start();
    }

    /// The newest answer of every probe, in the order they were given.
    public Map<String, Health> checks() {
        Map<String, Health> checks = new LinkedHashMap<>();
        watches.forEach(watch -> checks.put(watch.probe.name(), watch.newest()));
        return checks;
    }

    /// The worst of all answers.
    public static Health.Status worst(Map<String, Health> checks) {
        return checks.values().stream()
                .map(Health::status)
                .max(Health.Status::compareTo)
                .orElse(Health.Status.HEALTHY);
    }

    /// Stops looking.
    @Override
    public void close() {
        watches.forEach(Watch::stop);
    }

    private static final class Watch {

        private final Probe probe;
        private final Duration every;
        private final Duration tooOld;
        private final Thread thread;
        private volatile Seen seen =
                new Seen(Health.unhealthy("not looked at yet"), System.nanoTime());

        Watch(Probe probe, Duration every, Duration tooOld) {
            this.probe = probe;
            this.every = every;
            this.tooOld = tooOld;
            this.thread =
                    Thread.ofVirtual().name("probe-" + probe.name()).unstarted(this::lookOften);
        }

        void start() {
            thread.start();
        }

        void stop() {
            thread.interrupt();
        }

        Health newest() {
            Seen last = seen;
            return System.nanoTime() - last.nanos() > tooOld.toNanos()
                    ? Health.unhealthy("no answer for more than " + tooOld.toSeconds() + " s")
                    : last.health();
        }

        private void lookOften() {
            while (!Thread.currentThread().isInterrupted()) {
                Health now = look();
                Health before = seen.health();
                seen = new Seen(now, System.nanoTime());
                if (now.status() != before.status()) {
                    log.atInfo()
                            .addKeyValue("check", probe.name())
                            .addKeyValue("status", now.status().word())
                            .addKeyValue("detail", now.detail())
                            .log("a health check changed");
                }
                try {
                    Thread.sleep(every);
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        private Health look() {
            try {
                return probe.look();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return Health.unhealthy("stopped");
            } catch (Exception e) {
                return Health.unhealthy(e.getClass().getSimpleName());
            }
        }
    }

    private record Seen(Health health, long nanos) {}
}
