package io.sillok.schemas.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;

/// A record in CloudEvents structured mode: one JSON object with the attributes and the `data`, for
/// archives, audits and streams. Every attribute is a string, as in binary mode; headers that are
/// no attributes are left out.
public final class StructuredEvent {

    private static final String PREFIX = "ce_";

    private StructuredEvent() {}

    /// The record as one JSON object.
    ///
    /// @throws IOException when the value is not JSON
    public static ObjectNode of(WireRecord record) throws IOException {
        ObjectNode event = Json.object(Map.of());
        record.headers().forEach((header, value) -> put(event, header, value));
        event.set("data", Json.tree(record.value()));
        return event;
    }

    private static void put(ObjectNode event, String header, String value) {
        switch (header) {
            case Headers.CONTENT_TYPE -> event.put("datacontenttype", value);
            case Headers.TRACEPARENT -> event.put(header, value);
            default -> {
                if (header.startsWith(PREFIX)) {
                    event.put(header.substring(PREFIX.length()), value);
                }
            }
        }
    }
}
