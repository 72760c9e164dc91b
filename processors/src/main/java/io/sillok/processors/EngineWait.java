package io.sillok.processors;

import io.sillok.platform.kafka.LogUnavailable;
import io.sillok.platform.stores.SchemaFailure;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Waits at the start for engines that start at the same time, or are slow to answer. What is wrong
/// for good takes as long to be said.
///
/// @param patience how long altogether
/// @param pause between two tries
public record EngineWait(Duration patience, Duration pause) {

    public static final EngineWait USUAL =
            new EngineWait(Duration.ofMinutes(1), Duration.ofSeconds(1));

    private static final Logger log = LoggerFactory.getLogger(EngineWait.class);

    /// Tries until it succeeds. An interrupt ends the patience.
    ///
    /// @param preparation can be repeated
    /// @throws RuntimeException the last [LogUnavailable] or [SchemaFailure], when patience is at
    ///   its end
    public void until(Runnable preparation) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                preparation.run();
                return;
            } catch (LogUnavailable | SchemaFailure e) {
                if (System.nanoTime() >= end || !rest()) {
                    throw e;
                }
                log.atWarn().addKeyValue("cause", e.toString()).log("an engine is not there yet");
            }
        }
    }

    private boolean rest() {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
