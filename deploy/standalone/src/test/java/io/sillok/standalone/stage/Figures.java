package io.sillok.standalone.stage;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Durations of one kind of call, printed as median and 99th percentile.
public final class Figures {

    private static final double NANOS_PER_MILLI = 1e6;

    private final String name;
    private final List<Long> nanos = new ArrayList<>();

    public Figures(String name) {
        this.name = name;
    }

    /// The least a settled command can take: a record to the log and back, one at a time, without
    /// anyone who decides.
    public static Figures ofLogRoundTrip(Stage stage, int runs) {
        Figures figures = new Figures("ceiling: one record to the log and back");
        stage.roundTrips(runs).forEach(figures::add);
        return figures;
    }

    public void add(long duration) {
        nanos.add(duration);
    }

    public int count() {
        return nanos.size();
    }

    public void print() {
        line("%s: p50 %.1f ms, p99 %.1f ms".formatted(name, millis(0.5), millis(0.99)));
    }

    public void printAgainst(Figures ceiling) {
        line(
                "%s: p50 %.1f ms (%.1f x), p99 %.1f ms (%.1f x)"
                        .formatted(
                                name,
                                millis(0.5),
                                millis(0.5) / ceiling.millis(0.5),
                                millis(0.99),
                                millis(0.99) / ceiling.millis(0.99)));
    }

    /// One line of the report of a run.
    public static void line(String text) {
        PrintStream out = System.out;
        out.println("[figures] " + text);
    }

    private double millis(double quantile) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.get((int) ((sorted.size() - 1) * quantile)) / NANOS_PER_MILLI;
    }
}
