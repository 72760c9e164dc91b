package io.sillok.platform.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.engines.EngineSettings;
import io.sillok.engines.EnginesHome;
import io.sillok.engines.KafkaEngine;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.topics.Namespace;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.Headers;
import io.sillok.schemas.wire.WireRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// What listeners of subjects hear of topics on a real broker.
@TestInstance(Lifecycle.PER_CLASS)
final class SubjectFeedIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration NO_TIME = Duration.ofMillis(300);
    private static final long PLENTY = 1_000_000;

    private final KafkaEngine broker;
    private final KafkaSettings settings;
    private final Producer<byte[], byte[]> producer;
    private final List<SubjectFeed> feeds = new ArrayList<>();

    SubjectFeedIT(@TempDir Path directory) {
        broker =
                KafkaEngine.start(
                        EnginesHome.locate(), EngineSettings.in(directory.resolve("kafka")));
        settings =
                new KafkaSettings(
                        broker.bootstrapServers(), new Namespace("feed"), (short) 1, 3, Map.of());
        TopicProvisioning.provision(settings);
        producer = new KafkaClients(settings).producer("test");
    }

    @AfterEach
    void hush() {
        feeds.forEach(SubjectFeed::close);
    }

    @AfterAll
    void stop() {
        producer.close();
        broker.stop();
    }

    private SubjectFeed feed(Duration time, long bytes) throws InterruptedException {
        var feed =
                new SubjectFeed(
                        settings,
                        List.of(Topics.GENERATION_CHUNKS, Topics.GENERATION_EVENTS),
                        "feed",
                        new SubjectFeed.Memory(
                                time, bytes, record -> !text(record).startsWith("passing")));
        feeds.add(feed);
        feed.start(PATIENCE);
        return feed;
    }

    private static Subject somebody() {
        return new Subject("generations", UUID.randomUUID());
    }

    private void send(Topic topic, Subject about, String text) {
        WireRecord record =
                new WireRecord(
                        about.toString(),
                        Map.of(Headers.SUBJECT, about.toString()),
                        text.getBytes(UTF_8));
        var _ = producer.send(WireRecords.toProducer(settings.nameOf(topic), record));
        producer.flush();
    }

    private static String text(WireRecord record) {
        return new String(record.value(), UTF_8);
    }

    /// All that comes until it ends so.
    private static String heard(SubjectFeed.Listening listening, String end)
            throws InterruptedException {
        StringBuilder heard = new StringBuilder();
        List<WireRecord> come;
        do {
            come = listening.next(PATIENCE);
            heard.append(come.stream().map(SubjectFeedIT::text).collect(joining()));
        } while (!come.isEmpty() && heard.indexOf(end) < 0);
        return heard.toString();
    }

    @Test
    void tellsEveryListenerAllOfASubjectInOrder() throws InterruptedException {
        Subject about = somebody();
        SubjectFeed feed = feed(PATIENCE, PLENTY);
        try (var one = feed.listen(about);
                var other = feed.listen(about)) {
            String all = IntStream.range(0, 300).mapToObj(i -> i + ",").collect(joining()) + "end";
            IntStream.range(0, 300).forEach(i -> send(Topics.GENERATION_CHUNKS, about, i + ","));
            send(Topics.GENERATION_CHUNKS, about, "end");

            assertThat(heard(one, "end")).isEqualTo(all);
            assertThat(heard(other, "end")).isEqualTo(all);
        }
    }

    @Test
    void tellsOfBothTopicsAndOfNoOtherSubject() throws InterruptedException {
        Subject about = somebody();
        SubjectFeed feed = feed(PATIENCE, PLENTY);
        try (var listening = feed.listen(about)) {
            send(Topics.GENERATION_CHUNKS, somebody(), "another's");
            send(Topics.GENERATION_CHUNKS, about, "said;");
            assertThat(heard(listening, ";")).isEqualTo("said;");
            send(Topics.GENERATION_EVENTS, about, "over;");
            assertThat(heard(listening, ";")).isEqualTo("over;");
        }
    }

    @Test
    void tellsWhoComesLaterWhatIsRemembered() throws InterruptedException {
        Subject about = somebody();
        SubjectFeed feed = feed(Duration.ofMinutes(1), PLENTY);
        try (var early = feed.listen(about)) {
            send(Topics.GENERATION_CHUNKS, about, "passing;");
            send(Topics.GENERATION_CHUNKS, about, "kept;");
            assertThat(heard(early, "kept;")).isEqualTo("passing;kept;");
        }

        try (var late = feed.listen(about)) {
            assertThat(heard(late, "kept;")).isEqualTo("kept;");
            assertThat(late.next(NO_TIME)).isEmpty();
        }
    }

    @Test
    void forgetsTheOldestWhenItIsTooMuch() throws InterruptedException {
        Subject first = somebody();
        Subject second = somebody();
        SubjectFeed feed = feed(Duration.ofMinutes(1), 12);
        try (var listening = feed.listen(second)) {
            send(Topics.GENERATION_CHUNKS, first, "long ago;");
            send(Topics.GENERATION_CHUNKS, second, "just now;");
            heard(listening, ";");
        }

        try (var forgotten = feed.listen(first);
                var remembered = feed.listen(second)) {
            assertThat(heard(remembered, ";")).isEqualTo("just now;");
            assertThat(forgotten.next(NO_TIME)).isEmpty();
        }
    }
}
