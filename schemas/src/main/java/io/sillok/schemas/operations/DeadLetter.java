package io.sillok.schemas.operations;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A record that could not be handled, kept whole with its cause so that it can be repaired and
/// sent again.
///
/// @param component what gave up on it
/// @param reason kebab-case, stable
/// @param headers the record's own headers, as text, in their order
/// @param value the record's own value, Base64
public record DeadLetter(
        String component,
        String reason,
        String detail,
        String topic,
        int partition,
        long offset,
        Instant diedAt,
        String key,
        Map<String, String> headers,
        String value) {

    public DeadLetter {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }
}
