package io.sillok.schemas.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Collects the headers of one record, in order. Not thread-safe; used once.
final class HeaderWriter {

    private final Map<String, String> headers = new LinkedHashMap<>();

    HeaderWriter(MessageType<?> type, Object id, String source, Object subject, Object time) {
        put(Headers.SPEC_VERSION, "1.0");
        put(Headers.ID, id);
        put(Headers.TYPE, type.ceType());
        put(Headers.SOURCE, source);
        put(Headers.SUBJECT, subject);
        put(Headers.TIME, time);
        put(Headers.DATA_SCHEMA, "urn:sillok:schema:" + type.ceType());
        put(Headers.CONTENT_TYPE, "application/json");
    }

    HeaderWriter put(String name, Object value) {
        headers.put(name, value.toString());
        return this;
    }

    HeaderWriter put(String name, Optional<?> value) {
        value.ifPresent(present -> put(name, present));
        return this;
    }

    WireRecord around(String key, byte[] value) {
        return new WireRecord(key, headers, value);
    }
}
