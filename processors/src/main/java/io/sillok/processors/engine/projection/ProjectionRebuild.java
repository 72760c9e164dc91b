package io.sillok.processors.engine.projection;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.TopicPartition;

/// Makes the next version of a projection beside the live one, from the first record of the log,
/// and lets readers see it when it is right:
///
/// ```
/// var rebuild = projection.rebuild();
/// try (ProjectionRunner runner = rebuild.begin()) {
///     runner.start();
///     if (rebuild.compare(patience) instanceof Comparison.Equal) {
///         rebuild.switchOver();
///     }
/// }
/// ```
///
/// The old version is kept; while its runner goes on, [#rollBack] brings it back as it is. Used by
/// one thread.
public final class ProjectionRebuild<S> {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final StoredProjection<S> projection;
    private final ProjectionName current;
    private final ProjectionName next;
    private final ProjectionStore<S> currentStore;
    private final ProjectionStore<S> nextStore;

    /// How two versions compare.
    public sealed interface Comparison {

        /// At the same positions they hold the same rows.
        record Equal(RowDigest both) implements Comparison {}

        /// At the same positions they hold other rows. After a change of what the rows mean that is
        /// what a rebuild is for; otherwise it is a fault.
        record Different(RowDigest current, RowDigest next) implements Comparison {}

        /// They never stood at the same positions long enough. Once more, when there is less to do.
        record Apart() implements Comparison {}
    }

    ProjectionRebuild(StoredProjection<S> projection, ProjectionName current) {
        this.projection = projection;
        this.current = current;
        this.next = current.next();
        this.currentStore = projection.store(current);
        this.nextStore = projection.store(next);
    }

    public ProjectionName current() {
        return current;
    }

    public ProjectionName next() {
        return next;
    }

    /// Makes room for the next version and a runner to fill it, which the caller starts. What an
    /// earlier attempt has built is built on.
    public ProjectionRunner begin() {
        nextStore.create(current);
        return projection.runner(() -> next);
    }

    /// Waits until both versions stand at the same positions and compares their rows there.
    public Comparison compare(Duration patience) {
        try (LogTail log = projection.openLog()) {
            Map<TopicPartition, Long> beginnings = log.beginnings();
            currentStore.begin(beginnings);
            nextStore.begin(beginnings);
        }
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            Map<TopicPartition, Long> before = currentStore.positions();
            if (stand(before)) {
                RowDigest ofCurrent = currentStore.digest();
                RowDigest ofNext = nextStore.digest();
                if (stand(before)) {
                    return ofCurrent.equals(ofNext)
                            ? new Comparison.Equal(ofCurrent)
                            : new Comparison.Different(ofCurrent, ofNext);
                }
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return new Comparison.Apart();
    }

    /// Lets readers see the next version, all at once.
    public void switchOver() {
        nextStore.makeLive();
    }

    /// Lets readers see the version before again.
    public void rollBack() {
        currentStore.makeLive();
    }

    private boolean stand(Map<TopicPartition, Long> positions) {
        return currentStore.positions().equals(positions)
                && nextStore.positions().equals(positions);
    }
}
