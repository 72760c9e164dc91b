package io.sillok.schemas.wire;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.schemas.wire.Decoded.Undecodable;
import io.sillok.schemas.wire.Messages.Wire;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever stands on a topic, decoding answers; it never throws.
class UndecodableTest {

    static final List<Wire> RECORDS =
            List.of(
                    Messages.COMMAND_WIRE,
                    Messages.EVENT_WIRE,
                    Messages.SETTLED_WIRE,
                    Messages.WORK_WIRE);

    /// What is there for the reader's eyes, or may be absent.
    private static final Set<String> DISPENSABLE =
            Set.of(
                    Headers.SPEC_VERSION,
                    Headers.SOURCE,
                    Headers.DATA_SCHEMA,
                    Headers.CONTENT_TYPE,
                    Headers.TRACEPARENT,
                    Headers.EXPECTED_VERSION,
                    Headers.IDEMPOTENCY_KEY);

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<JsonNode> OTHERS =
            List.of(
                    NODES.nullNode(),
                    NODES.numberNode(5),
                    NODES.numberNode(1e300),
                    NODES.booleanNode(true),
                    NODES.textNode(""),
                    NODES.textNode("\u0000"),
                    NODES.textNode("아무 말"),
                    NODES.arrayNode().addNull(),
                    NODES.objectNode());

    @ParameterizedTest
    @FieldSource("RECORDS")
    void saysWhichHeaderIsMissing(Wire wire) {
        boolean settlement = wire.equals(Messages.SETTLED_WIRE);
        for (String header : wire.record().headers().keySet()) {
            Decoded<?> decoded = wire.without(header).decode();
            boolean needed =
                    settlement ? header.equals(Headers.TYPE) : !DISPENSABLE.contains(header);
            assertThat(decoded instanceof Undecodable).as(header).isEqualTo(needed);
        }
    }

    @ParameterizedTest
    @FieldSource("RECORDS")
    void survivesAnyHeaderValue(Wire wire) {
        for (String header : wire.record().headers().keySet()) {
            for (String value :
                    List.of("", " ", "\u0000", "-1", "9".repeat(30), "한", "x".repeat(5_000), "/")) {
                assertThat(wire.with(header, value).decode()).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Headers.ID,
                Headers.SUBJECT,
                Headers.TIME,
                Headers.SEQUENCE,
                Headers.CHAIN,
                Headers.CORRELATION,
                Headers.CAUSATION
            })
    void refusesAMalformedHeader(String header) {
        assertReason(Messages.EVENT_WIRE.with(header, "없음").decode(), "malformed-headers");
    }

    @ParameterizedTest
    @ValueSource(strings = {Headers.ROLES, Headers.EXPECTED_VERSION})
    void refusesAMalformedHeaderOfACommand(String header) {
        assertReason(Messages.COMMAND_WIRE.with(header, "없음").decode(), "malformed-headers");
    }

    @ParameterizedTest
    @FieldSource("RECORDS")
    void refusesARecordWithoutKeyOrHeaders(Wire wire) {
        assertReason(
                wire.of(new WireRecord(wire.record().key(), Map.of(), wire.record().value()))
                        .decode(),
                "malformed-headers");
        if (!wire.equals(Messages.SETTLED_WIRE)) {
            assertReason(
                    wire.of(new WireRecord("", wire.record().headers(), wire.record().value()))
                            .decode(),
                    "malformed-headers");
        }
    }

    @ParameterizedTest
    @FieldSource("RECORDS")
    void refusesAValueCutAnywhere(Wire wire) {
        for (int length = 0; length < wire.record().value().length; length++) {
            byte[] cut = Arrays.copyOf(wire.record().value(), length);
            assertReason(wire.with(cut).decode(), "malformed-value");
        }
    }

    @ParameterizedTest
    @FieldSource("RECORDS")
    void refusesAnotherTypeOfJson(Wire wire) throws IOException {
        ObjectNode value = (ObjectNode) Json.tree(wire.record().value());
        for (String field : value.propertyStream().map(Map.Entry::getKey).toList()) {
            for (JsonNode other : OTHERS) {
                ObjectNode changed = value.deepCopy();
                changed.set(field, other);
                assertThat(wire.with(Json.bytes(changed)).decode()).isNotNull();
            }
            ObjectNode object = value.deepCopy();
            object.set(field, NODES.objectNode().put("x", 1));
            assertReason(wire.with(Json.bytes(object)).decode(), "malformed-value");
        }
    }

    @ParameterizedTest
    @FieldSource("RECORDS")
    void refusesGarbage(Wire wire) {
        byte[] value = wire.record().value();
        for (byte[] garbage :
                List.of(
                        new byte[0],
                        "null".getBytes(UTF_8),
                        "[]".getBytes(UTF_8),
                        "{}".getBytes(UTF_8),
                        "\"text\"".getBytes(UTF_8),
                        "5".getBytes(UTF_8),
                        "NaN".getBytes(UTF_8),
                        "[".repeat(100_000).getBytes(UTF_8),
                        "{\"material\":".repeat(100_000).getBytes(UTF_8),
                        (new String(value, UTF_8) + "}").getBytes(UTF_8),
                        new byte[] {(byte) 0xC3, 0x28},
                        new String(value, UTF_8).getBytes(UTF_16),
                        new byte[10_000])) {
            Decoded<?> decoded = wire.with(garbage).decode();
            if (decoded instanceof Undecodable<?> undecodable) {
                assertThat(undecodable.reason()).isEqualTo("malformed-value");
            } else {
                // JSON may be UTF-16 (RFC 4627); it then means the same
                assertThat(decoded).isEqualTo(wire.decode());
            }
        }
    }

    @Test
    void survivesRandomBytes() {
        Random random = new Random(20261121);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            for (Wire wire : RECORDS) {
                assertReason(wire.with(bytes).decode(), "malformed-value");
            }
        }
    }

    @Test
    void survivesAnyChangedByte() {
        Random random = new Random(20261122);
        for (Wire wire : RECORDS) {
            for (int i = 0; i < wire.record().value().length; i++) {
                byte[] changed = wire.record().value().clone();
                changed[i] = (byte) random.nextInt(256);
                assertThat(wire.with(changed).decode()).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @FieldSource("RECORDS")
    void refusesAnUnknownType(Wire wire) {
        assertReason(wire.with(Headers.TYPE, "io.sillok.catalog.없음.v1").decode(), "unknown-type");
    }

    @Test
    void refusesATypeThatBelongsElsewhere() {
        for (Wire wire : RECORDS) {
            List<Decoded<?>> all =
                    List.of(
                            CommandCodec.decode(wire.record()),
                            EventCodec.decode(wire.record()),
                            WorkCodec.decode(wire.record()));
            assertThat(all)
                    .filteredOn(decoded -> decoded instanceof Undecodable)
                    .hasSize(2)
                    .allSatisfy(decoded -> assertReason(decoded, "unexpected-type"));
        }
    }

    private static void assertReason(Decoded<?> decoded, String reason) {
        assertThat(decoded)
                .isInstanceOfSatisfying(
                        Undecodable.class,
                        undecodable -> assertThat(undecodable.reason()).isEqualTo(reason));
    }
}
