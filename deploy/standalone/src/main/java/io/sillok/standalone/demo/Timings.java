package io.sillok.standalone.demo;

import java.util.Arrays;
import java.util.Locale;

/// How long something took each time, in nanoseconds.
record Timings(long... nanos) {

    Timings {
        nanos = nanos.clone();
        Arrays.sort(nanos);
    }

    /// The time that so many percent did not exceed.
    double millis(int percent) {
        var index = (int) Math.ceil(percent / 100.0 * nanos.length) - 1;
        return nanos[Math.max(0, index)] / 1e6;
    }

    String shown() {
        return String.format(Locale.ROOT, "p50 %5.1f ms   p99 %5.1f ms", millis(50), millis(99));
    }
}
