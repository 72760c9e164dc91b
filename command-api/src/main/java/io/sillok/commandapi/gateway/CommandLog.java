package io.sillok.commandapi.gateway;

import io.dropwizard.lifecycle.Managed;
import io.sillok.platform.kafka.KafkaClients;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.LogPosition;
import io.sillok.platform.kafka.WireRecords;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.wire.CommandCodec;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;

/// Writes commands to their topic. Thread-safe.
final class CommandLog implements Managed {

    private static final String SOURCE = "/command-api";
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final String topic;
    private final PersonKeys keys;
    private final Producer<byte[], byte[]> producer;

    /// @param keys for personal data on its way to the deciders
    CommandLog(KafkaSettings settings, Topic topic, PersonKeys keys) {
        this.keys = keys;
        this.topic = settings.nameOf(topic);
        this.producer = new KafkaClients(settings).producer("command-api");
    }

    /// Sends a command.
    ///
    /// @return where it stands once all replicas have it; fails when that is not certain, which
    ///   does not mean that it is not there
    CompletableFuture<LogPosition> send(CommandEnvelope<?> command) {
        CompletableFuture<LogPosition> sent = new CompletableFuture<>();
        try {
            var _ =
                    producer.send(
                            WireRecords.toProducer(
                                    topic, CommandCodec.encode(command, SOURCE, keys)),
                            (place, failure) -> {
                                if (failure == null) {
                                    sent.complete(
                                            new LogPosition(
                                                    place.topic(),
                                                    place.partition(),
                                                    place.offset()));
                                } else {
                                    sent.completeExceptionally(failure);
                                }
                            });
        } catch (KafkaException | IllegalStateException e) {
            sent.completeExceptionally(e);
        }
        return sent;
    }

    @Override
    public void stop() {
        producer.close(CLOSE);
    }
}
