package io.sillok.processors.generation.worker;

import io.sillok.platform.kafka.TopicTail;
import io.sillok.schemas.envelope.ChunkEnvelope;
import io.sillok.schemas.generation.Chunk;
import io.sillok.schemas.generation.GenerationEvent;
import io.sillok.schemas.generation.GenerationEvent.Completed;
import io.sillok.schemas.generation.GenerationEvent.Failed;
import io.sillok.schemas.generation.GenerationEvent.Stopped;
import io.sillok.schemas.generation.GenerationId;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.wire.ChunkCodec;
import io.sillok.schemas.wire.Decoded;
import io.sillok.schemas.wire.EventCodec;
import io.sillok.schemas.wire.LogEntry;
import io.sillok.schemas.wire.WireRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// What was heard on the topics of generation. Thread-safe.
final class Heard {

    final List<Object> events = new CopyOnWriteArrayList<>();
    final List<CommandSettled> settled = new CopyOnWriteArrayList<>();
    final List<Chunk> chunks = Collections.synchronizedList(new ArrayList<>());
    final Map<GenerationId, Long> firsts = new ConcurrentHashMap<>();
    final Map<GenerationId, Long> lasts = new ConcurrentHashMap<>();

    TopicTail.Follower events() {
        return follower(
                record -> {
                    switch (EventCodec.decode(record, TestKeys.ALL.persons())) {
                        case Decoded.Message<LogEntry>(LogEntry.Event(var event)) ->
                                events.add(event.event());
                        case Decoded.Message<LogEntry>(LogEntry.Settlement(var end)) ->
                                settled.add(end);
                        case Decoded.Undecodable<LogEntry>(var reason, _) ->
                                throw new IllegalStateException(reason);
                    }
                });
    }

    TopicTail.Follower chunks() {
        return follower(
                record -> {
                    if (ChunkCodec.decode(record, TestKeys.ALL.persons())
                                    instanceof Decoded.Message<ChunkEnvelope<Object>>(var envelope)
                            && envelope.chunk() instanceof Chunk chunk) {
                        chunks.add(chunk);
                        firsts.putIfAbsent(chunk.generation(), System.nanoTime());
                        lasts.put(chunk.generation(), System.nanoTime());
                    }
                });
    }

    private static TopicTail.Follower follower(Consumer<WireRecord> taking) {
        return new TopicTail.Follower() {
            @Override
            public void take(WireRecord record) {
                taking.accept(record);
            }

            @Override
            public void caughtUp() {
                // tests wait for what they need
            }
        };
    }

    <E> List<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /// Those that end a generation.
    List<GenerationEvent> ends() {
        return all(GenerationEvent.class).stream()
                .filter(
                        event ->
                                event instanceof Completed
                                        || event instanceof Failed
                                        || event instanceof Stopped)
                .toList();
    }

    /// What was streamed by an attempt.
    List<Chunk> of(GenerationId generation, int attempt) {
        synchronized (chunks) {
            return chunks.stream()
                    .filter(chunk -> chunk.generation().equals(generation))
                    .filter(chunk -> chunk.attempt() == attempt)
                    .toList();
        }
    }

    static String text(List<Chunk> chunks) {
        return chunks.stream()
                .map(chunk -> chunk.text().orElseThrow())
                .collect(Collectors.joining());
    }

    /// How often something was refused for this reason.
    long refusals(String reason) {
        return settled.stream()
                .flatMap(end -> end.problem().stream())
                .map(Problem::reason)
                .filter(reason::equals)
                .count();
    }
}
