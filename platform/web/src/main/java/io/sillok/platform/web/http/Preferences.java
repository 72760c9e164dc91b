package io.sillok.platform.web.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a caller prefers (RFC 7240). What is not understood is ignored, as the RFC asks; of a
/// preference given twice the first counts.
///
/// @param patience how long the caller would wait
/// @param lenient an answer that is not quite right is better than none
public record Preferences(boolean respondAsync, Optional<Duration> patience, boolean lenient) {

    private static final int LONGEST_NUMBER = 9;

    /// Reads the `Prefer` headers of a request.
    public static Preferences of(List<String> headers) {
        Map<String, String> known = new HashMap<>();
        for (String header : headers) {
            for (String preference : header.split(",", -1)) {
                String[] nameAndValue = preference.split(";", 2)[0].split("=", 2);
                String value = nameAndValue.length == 2 ? unquoted(nameAndValue[1].strip()) : "";
                known.putIfAbsent(nameAndValue[0].strip().toLowerCase(Locale.ROOT), value);
            }
        }
        return new Preferences(
                known.containsKey("respond-async"),
                seconds(known.getOrDefault("wait", "")),
                known.getOrDefault("handling", "").equalsIgnoreCase("lenient"));
    }

    private static String unquoted(String value) {
        return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }

    private static Optional<Duration> seconds(String value) {
        boolean isNumber =
                !value.isEmpty()
                        && value.length() <= LONGEST_NUMBER
                        && value.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Optional.of(Duration.ofSeconds(Long.parseLong(value))) : Optional.empty();
    }
}
