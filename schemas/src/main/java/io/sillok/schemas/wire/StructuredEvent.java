package io.sillok.schemas.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;

/// A record in CloudEvents structured mode: one JSON object with the attributes and the `data`, for
/// archives, audits and streams.
public final class StructuredEvent {

    private StructuredEvent() {}

    /// The record as one JSON object.
    ///
    /// @throws IOException when the value is not JSON
    public static ObjectNode of(WireRecord record) throws IOException {
        ObjectNode event = Json.object(Map.of());
        record.headers().forEach((name, value) -> put(event, name, value));
        event.set("data", Json.tree(record.value()));
        return event;
    }

    private static void put(ObjectNode event, String header, String value) {
        switch (header) {
            case Headers.CONTENT_TYPE -> event.put("datacontenttype", value);
            case Headers.SEQUENCE -> event.put("sequence", Long.parseLong(value));
            default -> event.put(attribute(header), value);
        }
    }

    private static String attribute(String header) {
        return header.startsWith("ce_") ? header.substring(3) : header;
    }
}
