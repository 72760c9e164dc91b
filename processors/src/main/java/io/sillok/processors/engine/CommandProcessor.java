package io.sillok.processors.engine;

import io.sillok.platform.kafka.WireRecords;
import io.sillok.processors.engine.claims.ClaimSecret;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/// The node of the topology that decides: gives each partition its own desk. Streams uses it from
/// one thread at a time and initialises it again after a fault.
final class CommandProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    private final DecidingContext rules;
    private final int partitions;
    private final ClaimSecret secret;
    private @Nullable ProcessorContext<byte[], byte[]> context;
    private @Nullable CommandDesk desk;

    CommandProcessor(DecidingContext rules, int partitions, ClaimSecret secret) {
        this.rules = rules;
        this.partitions = partitions;
        this.secret = secret;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> initialised) {
        context = initialised;
        desk = new CommandDesk(rules, partitions, secret, initialised);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (context == null || desk == null) {
            throw new IllegalStateException("the processor was not initialised");
        }
        RecordMetadata place = context.recordMetadata().orElseThrow();
        desk.take(
                WireRecords.of(record.key(), record.headers(), record.value()),
                record.timestamp(),
                place);
    }

    /// Streams closes and initialises the same node again after a fault; what the old desk had
    /// planned must not run beside the new one.
    @Override
    public void close() {
        if (desk != null) {
            desk.close();
        }
    }
}
