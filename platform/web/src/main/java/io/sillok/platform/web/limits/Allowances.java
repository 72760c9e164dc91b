package io.sillok.platform.web.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/// What is left to each of those who ask for one thing. Thread-safe.
final class Allowances {

    /// Beyond so many askers those are forgotten who have their whole allowance anyway.
    static final int MANY = 10_000;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ConcurrentMap<String, Bucket> askers = new ConcurrentHashMap<>();
    private final int perMinute;
    private final TimeMeter time;

    Allowances(int perMinute, TimeMeter time) {
        this.perMinute = perMinute;
        this.time = time;
    }

    /// What became of one request.
    ///
    /// @param left how many more there may be now
    /// @param seconds until there may be more again: until one may be, when this may not
    record Taken(boolean isAllowed, long left, long seconds) {}

    /// Takes one from somebody's allowance, if there is one left.
    Taken take(String asker) {
        if (askers.size() > MANY) {
            askers.values().removeIf(bucket -> bucket.getAvailableTokens() >= perMinute);
        }
        ConsumptionProbe probe =
                askers.computeIfAbsent(asker, _ -> full()).tryConsumeAndReturnRemaining(1);
        long nanos =
                probe.isConsumed()
                        ? probe.getNanosToWaitForReset()
                        : probe.getNanosToWaitForRefill();
        return new Taken(probe.isConsumed(), probe.getRemainingTokens(), upToSeconds(nanos));
    }

    int askers() {
        return askers.size();
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillIntervally(perMinute, MINUTE))
                .withCustomTimePrecision(time)
                .build();
    }

    private static long upToSeconds(long nanos) {
        long second = TimeUnit.SECONDS.toNanos(1);
        return Math.max(1, (nanos + second - 1) / second);
    }
}
