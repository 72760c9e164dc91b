package io.sillok.queryapi.cache;

import io.dropwizard.lifecycle.Managed;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.TopicTail;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.wire.Headers;
import io.sillok.schemas.wire.WireRecord;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;

/// The caches of resources of one events topic. They are told what happened as soon as it stands on
/// the log; while the log does not answer nothing is read from them. Thread-safe.
public final class Caches implements Managed, TopicTail.Follower {

    private static final Duration LOOK_BACK = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Map<String, ResourceCache<?>> caches = new ConcurrentHashMap<>();
    private final CacheMetrics metrics;
    private final TopicTail tail;

    /// Caches of nothing yet.
    ///
    /// @param events the topic that says what happened to the resources
    public Caches(KafkaSettings kafka, Topic events, CacheMetrics metrics) {
        this.metrics = metrics;
        this.tail =
                new TopicTail(kafka, events, "query-api-cache-" + events.name(), LOOK_BACK, this);
    }

    /// A cache of the resources of a collection.
    ///
    /// @param collection of their subjects, and its name in the metrics: `items`
    public <R> ResourceCache<R> of(String collection, ToLongFunction<R> version) {
        ResourceCache<R> cache = new ResourceCache<>(collection, version, metrics, this::isCurrent);
        caches.put(collection, cache);
        return cache;
    }

    @Override
    public void take(WireRecord record) {
        Optional<Long> sequence = record.header(Headers.SEQUENCE).flatMap(Caches::number);
        Optional<Subject> subject = record.header(Headers.SUBJECT).flatMap(Caches::subject);
        if (sequence.isPresent() && subject.isPresent()) {
            Optional.ofNullable(caches.get(subject.get().collection()))
                    .ifPresent(cache -> cache.happened(subject.get().id(), sequence.get()));
        }
    }

    @Override
    public void caughtUp() {
        // what was kept before is dropped by the events told since
    }

    @Override
    public void start() throws InterruptedException {
        tail.start(PATIENCE);
    }

    @Override
    public void stop() {
        tail.close();
    }

    /// Whether everything that happened has been told.
    private boolean isCurrent() {
        return tail.isCaughtUp() && tail.trouble().isEmpty();
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Optional<Subject> subject(String text) {
        try {
            return Optional.of(Subject.parse(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
