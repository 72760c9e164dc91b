package io.sillok.schemas.contract;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.wire.Headers;
import io.sillok.schemas.wire.MessageType;
import java.util.List;
import java.util.stream.Stream;

/// The schemas of record headers: CloudEvents attributes in Kafka binary mode, all of them text.
/// One for each kind of message.
///
/// @param component its name in the AsyncAPI document
record HeaderSchemas(String component, List<String> required, List<String> optional) {

    private static final List<String> ALWAYS =
            List.of(
                    Headers.SPEC_VERSION,
                    Headers.ID,
                    Headers.TYPE,
                    Headers.SOURCE,
                    Headers.SUBJECT,
                    Headers.TIME,
                    Headers.DATA_SCHEMA,
                    Headers.CONTENT_TYPE);
    private static final List<String> CAUSED =
            List.of(Headers.CORRELATION, Headers.CAUSATION, Headers.ACTOR);
    private static final List<String> TRACED = List.of(Headers.TRACEPARENT);

    private static final HeaderSchemas COMMAND =
            new HeaderSchemas(
                    "command-headers",
                    List.of(Headers.CORRELATION, Headers.ACTOR, Headers.ROLES),
                    List.of(
                            Headers.TRACEPARENT,
                            Headers.EXPECTED_VERSION,
                            Headers.IDEMPOTENCY_KEY,
                            Headers.FINGERPRINT));
    private static final HeaderSchemas EVENT =
            new HeaderSchemas(
                    "event-headers",
                    List.of(
                            Headers.SEQUENCE,
                            Headers.CHAIN,
                            Headers.CORRELATION,
                            Headers.CAUSATION,
                            Headers.ACTOR),
                    TRACED);
    private static final HeaderSchemas SETTLEMENT =
            new HeaderSchemas("settlement-headers", CAUSED, TRACED);
    private static final HeaderSchemas WORK = new HeaderSchemas("work-headers", CAUSED, TRACED);
    private static final HeaderSchemas KEPT =
            new HeaderSchemas(
                    "kept-headers",
                    List.of(
                            Headers.SEQUENCE,
                            Headers.CORRELATION,
                            Headers.CAUSATION,
                            Headers.ACTOR),
                    TRACED);
    private static final HeaderSchemas CHUNK =
            new HeaderSchemas("chunk-headers", List.of(), List.of());
    private static final HeaderSchemas DEAD_LETTER =
            new HeaderSchemas("dead-letter-headers", List.of(), List.of());

    static final List<HeaderSchemas> ALL =
            List.of(COMMAND, EVENT, SETTLEMENT, WORK, KEPT, CHUNK, DEAD_LETTER);

    HeaderSchemas {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
    }

    /// The headers of a message type.
    static HeaderSchemas of(MessageType<?> type) {
        if (type.javaType() == CommandSettled.class) {
            return SETTLEMENT;
        }
        return switch (type.topics().getFirst().kind()) {
            case COMMANDS -> COMMAND;
            case EVENTS -> EVENT;
            case WORK -> WORK;
            case KEPT -> KEPT;
            case CHUNKS -> CHUNK;
            case DEAD_LETTERS -> DEAD_LETTER;
        };
    }

    ObjectNode schema() {
        ObjectNode schema = instance.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode names = schema.putArray("required");
        Stream.of(ALWAYS, required, optional)
                .flatMap(List::stream)
                .forEach(header -> properties.set(header, header(header)));
        Stream.of(ALWAYS, required).flatMap(List::stream).forEach(names::add);
        return schema;
    }

    private static ObjectNode header(String name) {
        ObjectNode text = instance.objectNode().put("type", "string");
        return switch (name) {
            case Headers.SPEC_VERSION -> text.put("const", "1.0");
            case Headers.CONTENT_TYPE -> text.put("const", "application/json");
            case Headers.ID, Headers.CORRELATION, Headers.CAUSATION -> text.put("format", "uuid");
            case Headers.TIME -> text.put("format", "date-time");
            case Headers.SOURCE, Headers.DATA_SCHEMA -> text.put("format", "uri-reference");
            case Headers.SEQUENCE -> text.put("pattern", "^[1-9][0-9]*$");
            case Headers.EXPECTED_VERSION -> text.put("pattern", "^[0-9]+$");
            case Headers.CHAIN -> text.put("pattern", "^[0-9a-f]{64}$");
            default -> text;
        };
    }
}
