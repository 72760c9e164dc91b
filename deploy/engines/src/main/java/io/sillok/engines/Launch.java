package io.sillok.engines;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// All that is needed to start one engine, and to start it again.
///
/// @param program the command; it runs in the data folder
/// @param ports those it will listen on
/// @param stop the signal by which it ends in good order
/// @param readiness asked again and again until it says yes
record Launch(
        String engine,
        EngineFolder folder,
        EngineLog log,
        Command program,
        List<Integer> ports,
        Signal stop,
        Readiness readiness) {

    /// How long an engine may take to become usable; generous, since machines may be busy and data
    /// much.
    static final Duration START_LIMIT = Duration.ofMinutes(3);

    /// How long it may take to end in good order.
    static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    Launch {
        ports = List.copyOf(ports);
    }

    /// The log of an engine stands beside its data folder, in `logs/`.
    static EngineLog log(EngineSettings settings, String name) {
        var parent = settings.data().resolve("..").normalize();
        return new EngineLog(parent.resolve(Path.of("logs", name + ".log")));
    }

    /// Whether an engine is really usable.
    @FunctionalInterface
    interface Readiness {
        boolean isReady() throws InterruptedException;
    }
}
