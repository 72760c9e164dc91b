package io.sillok.platform.testkit.ledger;

import io.sillok.platform.testkit.WholeLog.Stored;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.wire.Decoded;
import io.sillok.schemas.wire.EventCodec;
import io.sillok.schemas.wire.Headers;
import io.sillok.schemas.wire.LogEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An events topic, read whole and sorted out.
///
/// @param bySubject events with their stored bytes, in log order
/// @param settlementsByTrace settlements by the trace id of the request
/// @param eventsByTrace events by the trace id of the request
record History(
        Map<Subject, List<Entry>> bySubject,
        Map<String, List<CommandSettled>> settlementsByTrace,
        Map<String, List<Entry>> eventsByTrace,
        List<Entry> inLogOrder) {

    /// One event where it stands.
    record Entry(Stored stored, EventEnvelope<Object> envelope) {}

    static History of(Collection<Stored> records) {
        History history =
                new History(
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        new ArrayList<>());
        records.forEach(history::add);
        return history;
    }

    private void add(Stored stored) {
        switch (EventCodec.decode(stored.record())) {
            case Decoded.Undecodable<LogEntry>(var reason, var detail) ->
                    throw new AssertionError(stored + ": " + reason + ", " + detail);
            case Decoded.Message<LogEntry>(LogEntry.Event(var envelope)) -> {
                Entry entry = new Entry(stored, envelope);
                inLogOrder.add(entry);
                put(bySubject, envelope.subject(), entry);
                byClient(envelope.actor(), () -> put(eventsByTrace, trace(stored), entry));
            }
            case Decoded.Message<LogEntry>(LogEntry.Settlement(var settled)) ->
                    byClient(
                            settled.actor(), () -> put(settlementsByTrace, trace(stored), settled));
        }
    }

    /// Workers carry on the trace of the request they work for; a ledger is about requests only.
    private static void byClient(String actor, Runnable action) {
        if (!actor.startsWith("system:")) {
            action.run();
        }
    }

    private static <K, V> void put(Map<K, List<V>> map, K key, V value) {
        map.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
    }

    /// The trace id within a W3C `traceparent`; empty for records that no request caused.
    private static String trace(Stored stored) {
        return stored.record()
                .header(Headers.TRACEPARENT)
                .map(parent -> parent.substring(3, 35))
                .orElse("");
    }
}
