package io.sillok.sandbox;

/// The switches that are set for requests to come. Thread-safe.
final class SwitchBoard {

    private Switches set = Switches.USUAL;
    private Switches passing = Switches.USUAL;
    private int times;

    /// From now on, until they are set again.
    synchronized void set(Switches switches) {
        set = switches;
        times = 0;
    }

    /// For the next so many requests; then those again that were set before.
    synchronized void set(Switches switches, int next) {
        passing = switches;
        times = next;
    }

    /// For one request.
    synchronized Switches take() {
        if (times == 0) {
            return set;
        }
        times--;
        return passing;
    }
}
