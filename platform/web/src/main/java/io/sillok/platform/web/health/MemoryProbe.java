package io.sillok.platform.web.health;

import java.util.Locale;

/// How much of the heap is in use: warning from 80 %, unhealthy from 90 %. Garbage counts as used
/// until it is collected, so a passing peak can show as a warning.
public final class MemoryProbe implements Probe {

    private static final double WARNING_FROM = 0.80;
    private static final double CRITICAL_FROM = 0.90;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Health look() {
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        return of((double) used / runtime.maxMemory());
    }

    static Health of(double share) {
        String detail = String.format(Locale.ROOT, "%.0f %% of the heap is in use", share * 100);
        return share >= CRITICAL_FROM
                ? Health.unhealthy(detail)
                : share >= WARNING_FROM ? Health.warning(detail) : Health.healthy(detail);
    }
}
