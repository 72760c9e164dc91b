package io.sillok.schemas.wire;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A message as bytes, before any Kafka client sees it: key, headers in order, value. Not copied;
/// do not change the array.
public record WireRecord(String key, Map<String, String> headers, byte[] value) {

    public WireRecord {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    public byte[] keyBytes() {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /// A header that every valid record of this kind has.
    ///
    /// @throws IllegalArgumentException when it is missing
    String required(String name) {
        return header(name)
                .orElseThrow(() -> new IllegalArgumentException("header " + name + " is missing"));
    }
}
