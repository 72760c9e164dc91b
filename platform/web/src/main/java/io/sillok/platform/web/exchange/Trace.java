package io.sillok.platform.web.exchange;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One span of a distributed trace (W3C Trace Context).
///
/// @param traceId 32 lower-case hexadecimal digits, shared by all spans of a trace
/// @param spanId 16 lower-case hexadecimal digits
public record Trace(String traceId, String spanId, boolean sampled) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern HEADER =
            Pattern.compile("(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

    /// A new span: in the caller's trace when the header is well-formed, else in a new one.
    ///
    /// @param traceparent the caller's header, null when there is none
    public static Trace continued(@Nullable String traceparent) {
        return parse(traceparent)
                .map(parent -> new Trace(parent.traceId(), hex(), parent.sampled()))
                .orElseGet(() -> new Trace(hex() + hex(), hex(), true));
    }

    private static Optional<Trace> parse(@Nullable String traceparent) {
        if (traceparent == null) {
            return Optional.empty();
        }
        Matcher matcher = HEADER.matcher(traceparent);
        if (!matcher.matches() || isZero(matcher.group(1)) || isZero(matcher.group(2))) {
            return Optional.empty();
        }
        boolean sampled = (Integer.parseInt(matcher.group(3), 16) & 1) == 1;
        return Optional.of(new Trace(matcher.group(1), matcher.group(2), sampled));
    }

    private static boolean isZero(String digits) {
        return digits.chars().allMatch(digit -> digit == '0');
    }

    private static String hex() {
        long random;
        do {
            random = RANDOM.nextLong();
        } while (random == 0);
        return "%016x".formatted(random);
    }

    /// The `traceparent` header.
    @Override
    public String toString() {
        return "00-%s-%s-%s".formatted(traceId, spanId, sampled ? "01" : "00");
    }
}
