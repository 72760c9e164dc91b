package io.sillok.standalone;

/// Tidying up must not be cut short by the interrupt that asked for it.
public final class Uninterrupted {

    private Uninterrupted() {}

    /// Runs an action with the interrupt of this thread put aside meanwhile.
    public static void run(Runnable action) {
        var interrupted = Thread.interrupted();
        try {
            action.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
