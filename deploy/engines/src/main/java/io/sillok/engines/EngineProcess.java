package io.sillok.engines;

import io.sillok.engines.EngineFailure.Reason;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/// The child process of an engine. Its id and start stand in the data folder, so that the next
/// launcher finds it when this one dies before it could stop it.
///
/// Thread-safe: what changes the process runs alone; [#pid()] and [#isAlive()] never wait.
public final class EngineProcess {

    private static final long POLL_MILLIS = 25;

    private final Launch launch;
    private volatile Process current;

    private EngineProcess(Launch launch, Process current) {
        this.launch = launch;
        this.current = current;
    }

    /// Starts an engine on a claimed folder and returns when it is usable.
    static EngineProcess start(Launch launch) {
        return new EngineProcess(launch, startUsable(launch));
    }

    public long pid() {
        return current.pid();
    }

    public boolean isAlive() {
        return current.isAlive();
    }

    synchronized void stop() {
        Ending.inGoodOrder(current.toHandle(), launch.stop(), Launch.STOP_LIMIT);
        launch.folder().tenancy().forget();
        launch.folder().tenancy().release();
    }

    synchronized void kill() {
        Ending.byForce(current.toHandle());
    }

    synchronized void pause() {
        Signal.STOP.send(Signal.family(current.toHandle()));
    }

    synchronized void resume() {
        Signal.CONT.send(Signal.family(current.toHandle()));
    }

    synchronized void restart() {
        stop();
        current = launch.folder().claim(launch.stop(), () -> startUsable(launch));
    }

    private static Process startUsable(Launch launch) {
        try {
            for (var port : launch.ports()) {
                FreePort.require(launch.engine(), port);
            }
            return usable(launch);
        } catch (IOException e) {
            throw launch.folder().diagnosis().of(e);
        }
    }

    private static Process usable(Launch launch) throws IOException {
        launch.log().begin();
        var process = launch.program().start(launch.folder().path(), launch.log().file());
        var ready = false;
        try {
            launch.folder().tenancy().remember(process.toHandle());
            awaitReady(launch, process);
            ready = true;
            return process;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineFailure(Reason.CANCELLED, launch.engine() + " was not started", e);
        } finally {
            if (!ready) {
                Ending.byForce(process.toHandle());
                launch.folder().tenancy().forget();
            }
        }
    }

    private static void awaitReady(Launch launch, Process process) throws InterruptedException {
        var begin = System.nanoTime();
        do {
            if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                throw launch.folder()
                        .diagnosis()
                        .ended(launch.engine(), process.exitValue(), launch.log().end());
            }
            if (System.nanoTime() - begin > Launch.START_LIMIT.toNanos()) {
                throw new EngineFailure(
                        Reason.NOT_READY,
                        launch.engine()
                                + " is not usable after "
                                + Launch.START_LIMIT.toSeconds()
                                + " s: read "
                                + launch.log().file()
                                + " ("
                                + launch.log().end()
                                + ")");
            }
        } while (!launch.readiness().isReady());
    }
}
