package io.sillok.standalone.demo;

import io.sillok.platform.kafka.KafkaClients;
import io.sillok.platform.kafka.KafkaSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future.State;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/// One record at a time from a producer to a consumer, with nothing between them but the broker:
/// what no command can be faster than.
final class RoundTrip {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final int RECORD_BYTES = 400;

    private final KafkaClients clients;
    private final String topic;

    RoundTrip(KafkaSettings kafka) {
        this.clients = new KafkaClients(kafka);
        this.topic = kafka.namespace().dotted("demo.round-trip");
    }

    Timings measure(int warmUp, int times) throws InterruptedException {
        try (var admin = clients.admin("demo")) {
            create(admin);
            try (var producer = clients.producer("demo");
                    var consumer = clients.consumer("demo")) {
                var partition = new TopicPartition(topic, 0);
                consumer.assign(List.of(partition));
                consumer.seekToBeginning(List.of(partition));
                measure(producer, consumer, warmUp);
                return measure(producer, consumer, times);
            } finally {
                admin.deleteTopics(List.of(topic)).all().get();
            }
        } catch (ExecutionException e) {
            throw Unexpected.of("the broker does not do as told (%s)".formatted(e.getCause()));
        }
    }

    private void create(Admin admin) throws ExecutionException, InterruptedException {
        admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }

    private Timings measure(
            Producer<byte[], byte[]> producer, Consumer<byte[], byte[]> consumer, int times) {
        var nanos = new long[times];
        for (var i = 0; i < times; i++) {
            var begin = System.nanoTime();
            var sent = producer.send(new ProducerRecord<>(topic, new byte[RECORD_BYTES]));
            while (consumer.poll(POLL).isEmpty()) {
                Unexpected.unless(
                        !sent.isDone() || sent.state() == State.SUCCESS,
                        "a record was not written");
            }
            nanos[i] = System.nanoTime() - begin;
        }
        return new Timings(nanos);
    }
}
