package io.sillok.processors.generation.worker;

import io.sillok.platform.kafka.TopicTail;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.generation.GenerationEvent;
import io.sillok.schemas.generation.GenerationId;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.wire.Decoded;
import io.sillok.schemas.wire.EventCodec;
import io.sillok.schemas.wire.Headers;
import io.sillok.schemas.wire.LogEntry;
import io.sillok.schemas.wire.MessageType;
import io.sillok.schemas.wire.MessageTypes;
import io.sillok.schemas.wire.WireRecord;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Hears what the log says about the attempts of this process: whether one may begin, and when its
/// answer is not wanted any more. Fed by one thread, used by many.
final class Attempts implements TopicTail.Follower {

    private static final String SETTLED = nameOf(CommandSettled.class);
    private static final String STARTED = nameOf(GenerationEvent.Started.class);
    private static final String UNWANTED = nameOf(GenerationEvent.StopRequested.class);

    private final Map<String, Attempt> byCommand = new ConcurrentHashMap<>();
    private final Map<GenerationId, Attempt> byGeneration = new ConcurrentHashMap<>();

    /// Listens for what the log says to a command about a generation, from before it is sent until
    /// it is closed.
    Attempt expect(CommandId command, GenerationId generation) {
        Attempt attempt = new Attempt(() -> forget(command, generation));
        byCommand.put(command.toString(), attempt);
        byGeneration.put(generation, attempt);
        return attempt;
    }

    private void forget(CommandId command, GenerationId generation) {
        Attempt gone = byCommand.remove(command.toString());
        if (gone != null) {
            byGeneration.remove(generation, gone);
        }
    }

    @Override
    public void take(WireRecord record) {
        String type = record.header(Headers.TYPE).orElse("");
        if (type.equals(UNWANTED) || (isOurs(record) && isTelling(type))) {
            tell(record);
        }
    }

    @Override
    public void caughtUp() {
        // there is nothing to wait for: an attempt is told what follows its own command
    }

    private boolean isOurs(WireRecord record) {
        return byCommand.containsKey(record.header(Headers.CAUSATION).orElse(""));
    }

    private static boolean isTelling(String type) {
        return type.equals(STARTED) || type.equals(SETTLED);
    }

    private void tell(WireRecord record) {
        switch (EventCodec.decode(record)) {
            case Decoded.Message<LogEntry>(LogEntry.Settlement(var settled)) -> {
                Attempt attempt = byCommand.get(settled.command().toString());
                if (attempt != null) {
                    attempt.settle(settled);
                }
            }
            case Decoded.Message<LogEntry>(LogEntry.Event(var event)) ->
                    tell(event.event(), event.causation());
            case Decoded.Undecodable<LogEntry> _ -> {
                // what waits for it begins anew when its time is over
            }
        }
    }

    private void tell(Object event, CommandId cause) {
        if (event instanceof GenerationEvent.Started(_, _, int number)) {
            Attempt attempt = byCommand.get(cause.toString());
            if (attempt != null) {
                attempt.number(number);
            }
        }
        if (event instanceof GenerationEvent.StopRequested(var generation, _, _)) {
            Attempt attempt = byGeneration.get(generation);
            if (attempt != null) {
                attempt.unwanted().complete(null);
            }
        }
    }

    private static String nameOf(Class<?> message) {
        return MessageTypes.ALL.stream()
                .filter(type -> type.javaType() == message)
                .map(MessageType::ceType)
                .findFirst()
                .orElseThrow();
    }
}
