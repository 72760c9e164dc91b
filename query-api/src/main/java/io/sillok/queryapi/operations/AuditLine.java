package io.sillok.queryapi.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.queryapi.log.LoggedRecord;
import io.sillok.schemas.wire.Json;
import io.sillok.schemas.wire.StructuredEvent;
import io.sillok.schemas.wire.WireRecord;
import java.io.IOException;
import java.util.Arrays;

/// A record of the log as audits show it: a CloudEvent in structured mode with its place on the log
/// beside it.
final class AuditLine {

    private AuditLine() {}

    static ObjectNode of(LoggedRecord logged) {
        return event(logged.record())
                .put("topic", logged.topic())
                .put("partition", logged.partition())
                .put("offset", logged.offset());
    }

    /// One line of NDJSON.
    static byte[] bytes(LoggedRecord logged) {
        byte[] json = Json.bytes(of(logged));
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }

    private static ObjectNode event(WireRecord record) {
        try {
            return StructuredEvent.of(record);
        } catch (IOException | IllegalArgumentException _) {
            return damaged(record);
        }
    }

    /// What is no event of ours is shown as it is: the headers by their names, the value as bytes.
    private static ObjectNode damaged(WireRecord record) {
        ObjectNode event = Json.object(record.headers());
        return event.put("data_base64", record.value());
    }
}
