package io.sillok.processors.engine;

import io.sillok.platform.kafka.WireRecords;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.wire.Decoded;
import io.sillok.schemas.wire.EventCodec;
import io.sillok.schemas.wire.LogEntry;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fills the store of soft references from the events. Streams runs it for every event, also when
/// it restores the store after a start, before the first command is decided.
///
/// An event it cannot use gives no references and stops nothing: an exception here would end the
/// whole application.
final class ReferenceProcessor implements Processor<byte[], byte[], Void, Void> {

    private static final Logger log = LoggerFactory.getLogger(ReferenceProcessor.class);

    private final String storeName;
    private final ReferenceIndex index;
    private @Nullable StoredReferences references;

    ReferenceProcessor(String storeName, ReferenceIndex index) {
        this.storeName = storeName;
        this.index = index;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        references = new StoredReferences(context.getStateStore(storeName));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        switch (EventCodec.decode(WireRecords.of(record.key(), record.headers(), record.value()))) {
            case Decoded.Message<LogEntry>(LogEntry.Event(var event)) -> apply(event);
            case Decoded.Message<LogEntry>(LogEntry.Settlement _) -> {}
            case Decoded.Undecodable<LogEntry>(var reason, _) ->
                    log.atWarn()
                            .addKeyValue("reason", reason)
                            .log("an event that cannot be read gives no references");
        }
    }

    private void apply(EventEnvelope<Object> event) {
        try {
            index.changes(event).forEach(change -> references().apply(change, event));
        } catch (RuntimeException e) {
            log.atError()
                    .addKeyValue("eventId", event.id())
                    .setCause(e)
                    .log("the references of an event could not be noted");
        }
    }

    private StoredReferences references() {
        if (references == null) {
            throw new IllegalStateException("the processor was not initialised");
        }
        return references;
    }
}
