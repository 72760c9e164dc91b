package io.sillok.queryapi.stage;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// How long answers took, by what was asked and how much there was to be read. Not thread-safe.
public final class Figures {

    /// How often each call is made, the first fifth included, which does not count; less often
    /// where nobody asked for figures.
    public static final int CALLS = Scale.isAsked() ? 250 : 25;

    /// After a minute a call that is slow was made often enough.
    private static final long ENOUGH = Duration.ofMinutes(1).toNanos();

    private static final int FEWEST = 25;
    private static final int WARM_UP = 5;
    private static final double NANOS_OF_A_MILLI = 1e6;

    private final String title;
    private final Set<Scale> scales = new LinkedHashSet<>();
    private final Map<String, Map<Scale, Times>> rows = new LinkedHashMap<>();

    Figures(String title) {
        this.title = title;
    }

    /// In milliseconds.
    private record Times(double median, double p99) {

        static Times of(List<Long> nanos) {
            List<Long> sorted =
                    nanos.subList(nanos.size() / WARM_UP, nanos.size()).stream().sorted().toList();
            return new Times(
                    sorted.get(sorted.size() / 2) / NANOS_OF_A_MILLI,
                    sorted.get(sorted.size() * 99 / 100) / NANOS_OF_A_MILLI);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f / %.1f", median, p99);
        }

        String over(Times less) {
            return String.format(Locale.ROOT, "%.1f / %.1f", median / less.median, p99 / less.p99);
        }
    }

    /// Asks [#CALLS] times, one after the other.
    ///
    /// @param call given the number of the call, from 0, to ask for something else each time
    public void measure(Scale scale, String what, IntFunction<Client.Answer> call) {
        scales.add(scale);
        List<Long> nanos = new ArrayList<>();
        long begun = System.nanoTime();
        while (nanos.size() < FEWEST
                || (nanos.size() < CALLS && System.nanoTime() - begun < ENOUGH)) {
            nanos.add(nanos(what, call, nanos.size()));
        }
        rows.computeIfAbsent(what, _ -> new LinkedHashMap<>()).put(scale, Times.of(nanos));
    }

    /// Prints all there is so far: median and 99th percentile in milliseconds, one column for each
    /// scale, and how many times the first the last is.
    public void print() {
        PrintStream out = System.out;
        lines().forEach(line -> out.println("[figures] " + line));
    }

    private Stream<String> lines() {
        List<String> head =
                Stream.concat(scales.stream().map(Scale::toString), Stream.of("ratio")).toList();
        return Stream.concat(
                Stream.of(row(title + ", p50 / p99 ms", head)),
                rows.entrySet().stream().map(row -> row(row.getKey(), cells(row.getValue()))));
    }

    private List<String> cells(Map<Scale, Times> times) {
        List<Times> all = List.copyOf(times.values());
        return Stream.concat(
                        scales.stream()
                                .map(scale -> Optional.ofNullable(times.get(scale)))
                                .map(one -> one.map(Times::toString).orElse("-")),
                        Stream.of(all.getLast().over(all.getFirst())))
                .toList();
    }

    private static String row(String first, List<String> cells) {
        return cells.stream()
                .map("%15s"::formatted)
                .collect(joining(" | ", "| %-46s | ".formatted(first), " |"));
    }

    private static long nanos(String what, IntFunction<Client.Answer> call, int number) {
        long begun = System.nanoTime();
        Client.Answer answer = call.apply(number);
        long nanos = System.nanoTime() - begun;
        require(what, answer);
        return nanos;
    }

    private static void require(String what, Client.Answer answer) {
        assertThat(answer.status()).as("%s: %s", what, answer.text()).isEqualTo(200);
    }
}
