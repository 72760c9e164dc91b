package io.sillok.standalone.stage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/// How long something took, each time.
///
/// @param sorted the shortest first
public record Distribution(List<Duration> sorted) {

    public Distribution {
        sorted = sorted.stream().sorted().toList();
    }

    /// Of so many calls, one after the other.
    public static Distribution of(int times, IntConsumer call) {
        List<Duration> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            int number = i;
            all.add(time(() -> call.accept(number)));
        }
        return new Distribution(all);
    }

    /// How long one call takes.
    public static Duration time(Runnable call) {
        long begin = System.nanoTime();
        call.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /// Of all pairs of one of these and one of the others, the part in which this one took longer:
    /// a half when they are alike, 0 or 1 when each tells which it is.
    public double longerThan(Distribution other) {
        double longer = 0;
        for (Duration mine : sorted) {
            for (Duration others : other.sorted) {
                longer += (1 + Integer.signum(mine.compareTo(others))) / 2.0;
            }
        }
        return longer / sorted.size() / other.sorted.size();
    }

    /// Reports it.
    public void print(String what) {
        Figures.line(
                "%s: p10 %.2f, p50 %.2f, p90 %.2f, p99 %.2f ms (%d)"
                        .formatted(
                                what,
                                millis(10),
                                millis(50),
                                millis(90),
                                millis(99),
                                sorted.size()));
    }

    private double millis(int percent) {
        return sorted.get((sorted.size() - 1) * percent / 100).toNanos() / 1e6;
    }
}
