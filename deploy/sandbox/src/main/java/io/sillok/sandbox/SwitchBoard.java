package io.sillok.sandbox;

/// The switches that are set for requests to come. Thread-safe.
final class SwitchBoard {

    private static final int FOR_EVER = -1;

    private Switches set = Switches.USUAL;
    private int times = FOR_EVER;

    /// From now on, until they are set again.
    synchronized void set(Switches switches) {
        set = switches;
        times = FOR_EVER;
    }

    /// For the next so many requests; then the usual ones again.
    synchronized void set(Switches switches, int next) {
        set = switches;
        times = next;
    }

    /// For one request.
    synchronized Switches take() {
        if (times == 0) {
            set = Switches.USUAL;
            times = FOR_EVER;
        }
        if (times > 0) {
            times--;
        }
        return set;
    }
}
