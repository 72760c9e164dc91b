package io.sillok.platform.kafka;

import io.sillok.schemas.wire.WireRecord;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/// Messages as the records of Kafka's clients, and back. Never fails: what is missing is empty, and
/// of a header that comes twice the last one counts. Stateless.
public final class WireRecords {

    private static final byte[] NOTHING = {};

    private WireRecords() {}

    public static WireRecord of(ConsumerRecord<byte[], byte[]> record) {
        return of(record.key(), record.headers(), record.value());
    }

    public static WireRecord of(byte @Nullable [] key, Headers headers, byte @Nullable [] value) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Header header : headers) {
            texts.put(header.key(), text(header.value()));
        }
        return new WireRecord(text(key), texts, value == null ? NOTHING : value);
    }

    /// The record to send; its key alone chooses the partition.
    public static ProducerRecord<byte[], byte[]> toProducer(String topic, WireRecord record) {
        return new ProducerRecord<>(topic, null, record.keyBytes(), value(record), headers(record));
    }

    /// The value as Kafka has it: one without bytes is none, which takes the key away where only
    /// the newest record of each is kept.
    public static byte @Nullable [] value(WireRecord record) {
        return record.value().length == 0 ? null : record.value();
    }

    public static Headers headers(WireRecord record) {
        Headers headers = new RecordHeaders();
        record.headers()
                .forEach(
                        (name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
