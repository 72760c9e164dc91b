package io.sillok.processors.engine.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The lanes of one loop, each on a thread of its own. Some are always there; others are opened
/// when few of them are free, and end when they have nothing to do. Thread-safe.
final class Lanes implements LaneKeeper {

    private static final Logger log = LoggerFactory.getLogger(Lanes.class);

    private final String worker;
    private final WorkSettings settings;
    private final CompletableFuture<Void> stop;
    private final List<Opened> opened = new ArrayList<>();
    private IntFunction<Lane<?>> opening =
            _ -> {
                throw new IllegalStateException("not open yet");
            };
    private int numbered;
    private int busy;
    private int open;

    private record Opened(Lane<?> lane, Thread thread) {}

    Lanes(String worker, WorkSettings settings, CompletableFuture<Void> stop) {
        this.worker = worker;
        this.settings = settings;
        this.stop = stop;
    }

    /// Opens those that are always there.
    ///
    /// @param lanes makes the lane of a number
    synchronized void open(IntFunction<Lane<?>> lanes) {
        opening = lanes;
        for (int i = 0; i < settings.lanes(); i++) {
            openOne();
        }
    }

    /// Whether as many as are always there take work.
    synchronized boolean areConsuming() {
        long consuming = opened.stream().filter(one -> one.lane().isConsuming()).count();
        return consuming >= settings.lanes();
    }

    /// As many stay free as are always there and half as many as are busy, so that the next work
    /// finds one although a lane takes a moment to open.
    @Override
    public synchronized void busy() {
        busy++;
        while (open - busy < wanted() && open < settings.mostLanes() && !stop.isDone()) {
            openOne();
        }
    }

    @Override
    public synchronized void free() {
        busy--;
    }

    @Override
    public synchronized boolean dismisses() {
        boolean isOneTooMany = open - busy > wanted();
        if (isOneTooMany) {
            open--;
        }
        return isOneTooMany;
    }

    /// Waits for the end of all; interrupts those that take too long.
    void join(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        List<Thread> running = running();
        try {
            for (Thread thread : running) {
                if (!thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
                    log.atWarn().addKeyValue("worker", worker).log("a lane did not stop");
                    thread.interrupt();
                }
            }
        } catch (InterruptedException _) {
            running.forEach(Thread::interrupt);
            Thread.currentThread().interrupt();
        }
    }

    private int wanted() {
        return settings.lanes() + busy / 2;
    }

    private synchronized List<Thread> running() {
        return opened.stream().map(Opened::thread).filter(Thread::isAlive).toList();
    }

    private void openOne() {
        Lane<?> lane = opening.apply(numbered++);
        Thread thread = Thread.ofPlatform().daemon().name(worker + "-lane").unstarted(lane);
        opened.removeIf(one -> !one.thread().isAlive());
        opened.add(new Opened(lane, thread));
        thread.start();
        open++;
    }
}
