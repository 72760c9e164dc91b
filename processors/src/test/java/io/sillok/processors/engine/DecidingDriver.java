package io.sillok.processors.engine;

import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.WireRecords;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.WorkEnvelope;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.operations.DeadLetter;
import io.sillok.schemas.personal.PersonalKeys;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.CommandCodec;
import io.sillok.schemas.wire.Decoded;
import io.sillok.schemas.wire.EventCodec;
import io.sillok.schemas.wire.Json;
import io.sillok.schemas.wire.LogEntry;
import io.sillok.schemas.wire.WireRecord;
import io.sillok.schemas.wire.WorkCodec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/// A deciding topology under test: commands in, everything else out.
public final class DecidingDriver implements AutoCloseable {

    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> commands;
    private final TestOutputTopic<byte[], byte[]> letters;
    private final TestOutputTopic<byte[], byte[]> events;
    private final TestOutputTopic<byte[], byte[]> work;
    private final TestOutputTopic<byte[], byte[]> deadLetters;
    private final Optional<TestOutputTopic<byte[], byte[]>> kept;
    private final PersonalKeys keys;

    public DecidingDriver(DecidingContext context, Path directory) {
        this(context, directory, Naming.ONE_PARTITION);
    }

    /// @param kafka the driver has the first partition only; what belongs to another is not decided
    DecidingDriver(DecidingContext context, Path directory, KafkaSettings kafka) {
        var properties = new Properties();
        properties.putAll(
                DecidingProperties.of(
                        context, kafka, DecidingSettings.in(directory, Naming.SECRET)));
        properties.remove(StreamsConfig.GROUP_PROTOCOL_CONFIG);
        driver =
                new TopologyTestDriver(
                        DecidingTopology.build(context, kafka, Naming.SECRET), properties);
        commands =
                driver.createInputTopic(
                        name(context.commands()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
        letters = output(context.commands());
        events = output(context.events());
        work = output(Topics.WORK_SCANS);
        deadLetters = output(Topics.DEAD_LETTERS);
        kept = context.kept().map(this::output);
        keys = context.keys();
    }

    public void send(CommandEnvelope<?> command) {
        send(CommandCodec.encode(command, "/test", keys.transport()));
    }

    void send(WireRecord record) {
        commands.pipeInput(
                new TestRecord<>(record.keyBytes(), record.value(), WireRecords.headers(record)));
    }

    void send(TestRecord<byte[], byte[]> record) {
        commands.pipeInput(record);
    }

    /// Writes an event as another partition would have.
    void sendEvent(DecidingContext context, WireRecord record) {
        driver.createInputTopic(
                        name(context.events()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())
                .pipeInput(
                        new TestRecord<>(
                                record.keyBytes(), record.value(), WireRecords.headers(record)));
    }

    void pass(Duration time) {
        driver.advanceWallClockTime(time);
    }

    /// The raw records of the events topic since the last call.
    public List<WireRecord> records() {
        return read(events);
    }

    List<LogEntry> entries() {
        return records().stream().map(DecidingDriver::entry).toList();
    }

    /// The events since the last call; their settlements are not shown again.
    List<EventEnvelope<Object>> events() {
        return entries().stream().flatMap(DecidingDriver::event).toList();
    }

    List<CommandSettled> settlements() {
        return entries().stream().flatMap(DecidingDriver::settled).toList();
    }

    /// The only settlement since the last call.
    CommandSettled settlement() {
        var all = settlements();
        if (all.size() != 1) {
            throw new AssertionError("not one settlement but " + all);
        }
        return all.getFirst();
    }

    /// What was written to the compacted topic since the last call, as bytes.
    public List<WireRecord> kept() {
        return kept.map(DecidingDriver::read).orElse(List.of());
    }

    /// The commands that the engine sent to itself since the last call.
    public List<CommandEnvelope<Object>> letters() {
        return read(letters).stream()
                .map(CommandCodec::decode)
                .map(DecidingDriver::message)
                .toList();
    }

    List<WorkEnvelope<Object>> work() {
        return read(work).stream().map(WorkCodec::decode).map(DecidingDriver::message).toList();
    }

    List<DeadLetter> deadLetters() {
        return read(deadLetters).stream()
                .map(record -> Json.readOwn(record.value(), DeadLetter.class))
                .toList();
    }

    /// The stored bytes of a boundary's state, as they are on its changelog.
    byte[] state(BoundaryKey key) {
        return new Boundaries(driver.getKeyValueStore(DecidingStores.BOUNDARIES))
                .state(key)
                .orElseThrow();
    }

    References references() {
        return new StoredReferences(driver.getKeyValueStore(DecidingStores.REFERENCES));
    }

    @Override
    public void close() {
        driver.close();
    }

    private TestOutputTopic<byte[], byte[]> output(Topic topic) {
        return driver.createOutputTopic(
                name(topic), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static List<WireRecord> read(TestOutputTopic<byte[], byte[]> topic) {
        return topic.readRecordsToList().stream()
                .map(record -> WireRecords.of(record.key(), record.headers(), record.value()))
                .toList();
    }

    private static String name(Topic topic) {
        return Naming.ONE_PARTITION.nameOf(topic);
    }

    private static LogEntry entry(WireRecord record) {
        return message(EventCodec.decode(record));
    }

    private static Stream<EventEnvelope<Object>> event(LogEntry entry) {
        return switch (entry) {
            case LogEntry.Event(var envelope) -> Stream.of(envelope);
            case LogEntry.Settlement _ -> Stream.empty();
        };
    }

    private static Stream<CommandSettled> settled(LogEntry entry) {
        return switch (entry) {
            case LogEntry.Event _ -> Stream.empty();
            case LogEntry.Settlement(var settled) -> Stream.of(settled);
        };
    }

    private static <T> T message(Decoded<T> decoded) {
        return switch (decoded) {
            case Decoded.Message<T>(var envelope) -> envelope;
            case Decoded.Undecodable<T>(var reason, var detail) ->
                    throw new AssertionError(reason + ": " + detail);
        };
    }
}
