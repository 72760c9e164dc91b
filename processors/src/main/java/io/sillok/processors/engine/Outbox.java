package io.sillok.processors.engine;

import io.sillok.platform.kafka.WireRecords;
import io.sillok.schemas.wire.WireRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/// Hands records to the sinks of the topology; all that one command causes is written in one
/// transaction.
final class Outbox {

    static final String DEAD_LETTERS = "dead-letters";

    private final ProcessorContext<byte[], byte[]> context;
    private final String events;
    private final String claims;

    /// @param rules whose sinks these are
    Outbox(ProcessorContext<byte[], byte[]> context, DecidingContext rules) {
        this.context = context;
        this.events = rules.eventsNode();
        this.claims = rules.claimsNode();
    }

    void event(WireRecord record, long timestamp) {
        send(record, timestamp, events);
    }

    void order(Ruling.Order order, long timestamp) {
        send(order.record(), timestamp, order.sink());
    }

    /// What boundaries and claims tell each other, on the commands topic.
    void claim(WireRecord record, long timestamp) {
        send(record, timestamp, claims);
    }

    void deadLetter(WireRecord record, long timestamp) {
        send(record, timestamp, DEAD_LETTERS);
    }

    private void send(WireRecord record, long timestamp, String sink) {
        context.forward(
                new Record<>(
                        record.keyBytes(),
                        WireRecords.value(record),
                        timestamp,
                        WireRecords.headers(record)),
                sink);
    }
}
