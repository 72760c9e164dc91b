package io.sillok.commandapi.gateway;

import io.dropwizard.lifecycle.Managed;
import io.sillok.platform.kafka.KafkaClients;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.LogEpoch;
import io.sillok.platform.kafka.LogPosition;
import io.sillok.platform.kafka.LogUnavailable;
import io.sillok.platform.kafka.ProvisioningFailure;
import io.sillok.platform.kafka.TopicProvisioning;
import io.sillok.platform.kafka.WireRecords;
import io.sillok.platform.web.health.Health;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.wire.Decoded;
import io.sillok.schemas.wire.EventCodec;
import io.sillok.schemas.wire.Headers;
import io.sillok.schemas.wire.LogEntry;
import io.sillok.schemas.wire.MessageType;
import io.sillok.schemas.wire.MessageTypes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads every settlement of one events topic from the moment it is [#ready()], and tells the
/// waiters. One thread of its own.
///
/// It keeps its positions, so a broker that restarts, or a client that has to be made anew, costs
/// no settlement. Before it is ready nothing may be sent, because the answer could be missed.
public final class SettlementReader implements Managed {

    private static final Logger log = LoggerFactory.getLogger(SettlementReader.class);

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration STUCK = Duration.ofSeconds(10);
    private static final Duration POLITE = Duration.ofSeconds(2);
    private static final Duration START = Duration.ofSeconds(10);
    private static final String SETTLED = typeName();

    private final KafkaSettings settings;
    private final KafkaClients clients;
    private final String topic;
    private final Waiters waiters;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final CountDownLatch positioned = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("settlement-reader").unstarted(this::run);
    private volatile @Nullable LogEpoch epoch;
    private volatile String trouble = "not positioned yet";
    private volatile long lastPoll = System.nanoTime();
    private volatile boolean stopping;

    SettlementReader(KafkaSettings settings, Topic topic, Waiters waiters) {
        this.settings = settings;
        this.clients = new KafkaClients(settings);
        this.topic = settings.nameOf(topic);
        this.waiters = waiters;
    }

    /// Starts reading and waits a little for it to be ready, so that a service whose log is there
    /// takes its first request at once. A log that comes later is found later.
    @Override
    public void start() throws InterruptedException {
        thread.start();
        if (!positioned.await(START.toSeconds(), TimeUnit.SECONDS)) {
            log.atWarn().addKeyValue("topic", topic).log("the log does not answer yet");
        }
    }

    @Override
    public void stop() throws InterruptedException {
        stopping = true;
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        if (!thread.join(POLITE)) {
            thread.interrupt();
            thread.join(START);
        }
    }

    /// The log that is being read; empty as long as a settlement could be missed.
    Optional<LogEpoch> ready() {
        return trouble.isEmpty() ? Optional.ofNullable(epoch) : Optional.empty();
    }

    /// How it is, for a probe.
    public Health health() {
        String now = trouble;
        if (!now.isEmpty()) {
            return Health.unhealthy(now);
        }
        return System.nanoTime() - lastPoll > STUCK.toNanos()
                ? Health.unhealthy("the reader is stuck")
                : Health.healthy("reading " + topic);
    }

    private void run() {
        while (!stopping) {
            try {
                TopicProvisioning.provision(settings);
                identify();
                read();
            } catch (InterruptException | WakeupException _) {
                trouble = "stopped";
            } catch (InvalidOffsetException e) {
                next.clear();
                failed("the log no longer has the position", e);
            } catch (ProvisioningFailure e) {
                failed(String.valueOf(e.getMessage()), e);
            } catch (KafkaException | LogUnavailable e) {
                failed("the log does not answer", e);
            } catch (RuntimeException e) {
                failed("reading failed for a reason nobody foresaw", e);
            }
        }
    }

    private void failed(String what, Exception cause) {
        trouble = what;
        log.atWarn()
                .addKeyValue("topic", topic)
                .addKeyValue("cause", cause.toString())
                .log("settlements cannot be read; trying again");
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Positions of another log mean nothing.
    private void identify() {
        try (Admin admin = clients.admin("command-api-epoch")) {
            LogEpoch found = LogEpoch.of(admin);
            if (!found.equals(epoch)) {
                next.clear();
                epoch = found;
            }
        }
    }

    private void read() {
        try (Consumer<byte[], byte[]> consumer = clients.consumer("command-api-settlements")) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(each -> new TopicPartition(topic, each.partition()))
                            .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            ends.forEach(next::putIfAbsent);
            next.forEach(consumer::seek);
            lastPoll = System.nanoTime();
            trouble = "";
            positioned.countDown();
            log.atInfo().addKeyValue("topic", topic).log("reading settlements");
            while (!stopping) {
                consumer.poll(POLL).forEach(this::take);
                lastPoll = System.nanoTime();
            }
            // it belongs to no group that would have to know
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> entry) {
        next.put(new TopicPartition(entry.topic(), entry.partition()), entry.offset() + 1);
        if (!SETTLED.equals(header(entry, Headers.TYPE))
                || !waiters.concerns(header(entry, Headers.CAUSATION), text(entry.key()))) {
            return;
        }
        switch (EventCodec.decode(WireRecords.of(entry))) {
            case Decoded.Message<LogEntry>(LogEntry.Settlement(var settlement)) ->
                    waiters.tell(
                            new Settled(
                                    settlement,
                                    new LogPosition(
                                            entry.topic(), entry.partition(), entry.offset())));
            case Decoded.Message<LogEntry>(LogEntry.Event _) -> {}
            case Decoded.Undecodable<LogEntry>(var reason, _) ->
                    log.atError()
                            .addKeyValue("topic", entry.topic())
                            .addKeyValue("partition", entry.partition())
                            .addKeyValue("offset", entry.offset())
                            .addKeyValue("reason", reason)
                            .log("a settlement cannot be read");
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> entry, String name) {
        var header = entry.headers().lastHeader(name);
        return header == null ? "" : text(header.value());
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    private static String typeName() {
        return MessageTypes.ALL.stream()
                .filter(type -> type.javaType() == CommandSettled.class)
                .map(MessageType::ceType)
                .findFirst()
                .orElseThrow();
    }
}
