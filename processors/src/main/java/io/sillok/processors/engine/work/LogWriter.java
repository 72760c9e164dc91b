package io.sillok.processors.engine.work;

import io.sillok.platform.kafka.KafkaClients;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.LogUnavailable;
import io.sillok.platform.kafka.WireRecords;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.topics.Namespace;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.wire.CommandCodec;
import io.sillok.schemas.wire.WireRecord;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/// Writes one record at a time and waits until every replica has it. Thread-safe.
public final class LogWriter implements AutoCloseable {

    private static final String SOURCE = "/processors";

    private final Producer<byte[], byte[]> producer;
    private final Namespace namespace;

    LogWriter(Producer<byte[], byte[]> producer, Namespace namespace) {
        this.producer = producer;
        this.namespace = namespace;
    }

    public static LogWriter open(KafkaSettings settings, String clientId) {
        return new LogWriter(new KafkaClients(settings).producer(clientId), settings.namespace());
    }

    /// Commands to the deciders of one context.
    public Commands commands(Topic topic) {
        return command -> write(topic, CommandCodec.encode(command, SOURCE));
    }

    /// Commands to the deciders of one context, which may hold personal data.
    ///
    /// @param transport the keys that such commands travel under
    public Commands commands(Topic topic, PersonKeys transport) {
        return command -> write(topic, CommandCodec.encode(command, SOURCE, transport));
    }

    /// Returns when the record is on the log.
    ///
    /// @throws LogUnavailable when the log did not take it in time; it may still turn up
    void write(Topic topic, WireRecord record) throws InterruptedException {
        try {
            producer.send(WireRecords.toProducer(topic.in(namespace), record)).get();
        } catch (InterruptException e) {
            Thread.interrupted();
            throw (InterruptedException) new InterruptedException().initCause(e);
        } catch (ExecutionException | KafkaException e) {
            throw new LogUnavailable("the log did not take a record", e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
