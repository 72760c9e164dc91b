package io.sillok.commandapi.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sillok.commandapi.gateway.Waiters.Waiter;
import io.sillok.engines.EngineSettings;
import io.sillok.engines.EnginesHome;
import io.sillok.engines.KafkaEngine;
import io.sillok.platform.kafka.KafkaClients;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.WireRecords;
import io.sillok.schemas.catalog.CategoryCommand;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.operations.CommandSettled.Outcome;
import io.sillok.schemas.topics.Namespace;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.EventCodec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettlementReaderIT {

    private static final Order ORDER =
            Order.create(BoundaryKey.of(Settlements.SUBJECT), Settlements.SUBJECT, "command");

    private final KafkaEngine kafka;
    private final KafkaSettings settings;
    private final Waiters waiters = new Waiters();
    private final SettlementReader reader;
    private final Producer<byte[], byte[]> producer;

    SettlementReaderIT(@TempDir Path folder) throws InterruptedException {
        kafka = KafkaEngine.start(EnginesHome.locate(), EngineSettings.in(folder.resolve("kafka")));
        settings =
                new KafkaSettings(
                        kafka.bootstrapServers(), new Namespace("test"), (short) 1, 3, Map.of());
        reader = new SettlementReader(settings, Topics.CATALOG_EVENTS, waiters);
        reader.start();
        producer = new KafkaClients(settings).producer("test");
    }

    @AfterAll
    void stop() throws InterruptedException {
        producer.close(Duration.ZERO);
        reader.stop();
        kafka.close();
    }

    private ProducerRecord<byte[], byte[]> settlement(CommandId command) {
        return WireRecords.toProducer(
                settings.nameOf(Topics.CATALOG_EVENTS),
                EventCodec.encode(
                        Settlements.accepted(command, Outcome.ACCEPTED, "received"),
                        Settlements.command(
                                command,
                                new CategoryCommand.Archive(new CategoryId(new UUID(0, 1))))));
    }

    private void write(CommandId command) {
        await().atMost(Duration.ofSeconds(60)).until(() -> wrote(command));
    }

    private boolean wrote(CommandId command) throws InterruptedException {
        try {
            return producer.send(settlement(command)).get().hasOffset();
        } catch (ExecutionException e) {
            return false;
        }
    }

    private List<CommandId> commands(int count) {
        return IntStream.range(0, count).mapToObj(_ -> Settlements.commandId()).toList();
    }

    private List<Waiter> waitFor(List<CommandId> commands) {
        return commands.stream().map(command -> waiters.await(command, ORDER)).toList();
    }

    private static void awaitAll(List<Waiter> all) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(all)
                                        .allSatisfy(
                                                waiter -> assertThat(waiter.settled()).isDone()));
        all.forEach(Waiter::close);
    }

    @Test
    void tellsWhereASettlementStands() throws Exception {
        CommandId command = Settlements.commandId();
        List<Waiter> waiting = waitFor(List.of(command));

        long offset = producer.send(settlement(command)).get().offset();

        awaitAll(waiting);
        Settled settled = waiting.getFirst().settled().join();
        assertThat(settled.position().offset()).isEqualTo(offset);
        assertThat(settled.settlement().command()).isEqualTo(command);
    }

    @Test
    void outlivesWhatIsNoSettlement() throws Exception {
        String topic = settings.nameOf(Topics.CATALOG_EVENTS);
        List<CommandId> commands = commands(1);
        List<Waiter> waiting = waitFor(commands);
        var garbage = new ProducerRecord<byte[], byte[]>(topic, new byte[] {1});
        garbage.headers().add("ce_type", "io.sillok.operations.command-settled.v1".getBytes(UTF_8));
        garbage.headers().add("ce_causationid", commands.getFirst().toString().getBytes(UTF_8));

        producer.send(garbage).get();
        producer.send(new ProducerRecord<>(topic, new byte[] {1}, new byte[] {2})).get();
        write(commands.getFirst());

        awaitAll(waiting);
    }

    @Test
    void missesNothingWhileTheLogDiesAndComesBack() {
        List<CommandId> commands = new ArrayList<>(commands(90));
        List<Waiter> waiting = waitFor(commands);

        commands.subList(0, 30).forEach(this::write);
        kafka.kill();
        kafka.restart();
        commands.subList(30, 60).forEach(this::write);
        kafka.restart();
        commands.subList(60, 90).forEach(this::write);

        awaitAll(waiting);
        assertThat(reader.ready()).isPresent();
    }
}
