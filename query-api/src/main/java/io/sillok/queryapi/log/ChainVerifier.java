package io.sillok.queryapi.log;

import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.LogUnavailable;
import io.sillok.queryapi.log.ChainBreak.Reason;
import io.sillok.schemas.envelope.Chain;
import io.sillok.schemas.envelope.Head;
import io.sillok.schemas.wire.EventCodec;
import io.sillok.schemas.wire.Headers;
import io.sillok.schemas.wire.WireRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Recomputes the hash chain of every subject over the bytes as they are stored, and checks that
/// sequences are dense from 1. Settlements are no part of any history.
///
/// After a break it goes on from what is stored, so one changed event is one break. Not
/// thread-safe.
public final class ChainVerifier {

    /// How many breaks a report names; further ones are only counted.
    public static final int MOST_BREAKS = 100;

    private final Map<String, Head> heads = new HashMap<>();
    private final List<ChainBreak> breaks = new ArrayList<>();
    private long events;
    private long broken;

    /// Verifies everything on the log, as it is when this begins.
    ///
    /// @throws LogUnavailable when the log does not answer
    public static ChainReport verify(KafkaSettings settings) {
        ChainVerifier verifier = new ChainVerifier();
        try (LogScan scan = new EventLog(settings, 1).open(Stretch.EVERYTHING).orElseThrow()) {
            for (var next = scan.next(); next.isPresent(); next = scan.next()) {
                verifier.accept(next.get());
            }
        }
        return verifier.report();
    }

    /// Takes the next record of its partition.
    public void accept(LoggedRecord logged) {
        WireRecord record = logged.record();
        if (logged.isSettlement()) {
            return;
        }
        events++;
        try {
            follow(logged, head(record), EventCodec.expectedChain(before(record).chain(), record));
        } catch (IllegalArgumentException e) {
            add(Reason.HEADERS_UNREADABLE, logged, 0);
        }
    }

    public ChainReport report() {
        return new ChainReport(events, heads.size(), broken, breaks);
    }

    private void follow(LoggedRecord logged, Head stored, Chain expected) {
        long due = before(logged.record()).sequence() + 1;
        if (stored.sequence() < due) {
            add(Reason.SEQUENCE_REPEATED, logged, stored.sequence());
            return;
        }
        if (stored.sequence() > due) {
            add(Reason.SEQUENCE_GAP, logged, stored.sequence());
        } else if (!stored.chain().equals(expected)) {
            add(Reason.CHAIN_MISMATCH, logged, stored.sequence());
        }
        heads.put(subject(logged.record()), stored);
    }

    private Head before(WireRecord record) {
        return heads.getOrDefault(subject(record), Head.NONE);
    }

    private void add(Reason reason, LoggedRecord at, long sequence) {
        broken++;
        if (breaks.size() < MOST_BREAKS) {
            breaks.add(
                    new ChainBreak(
                            reason,
                            at.topic(),
                            at.partition(),
                            at.offset(),
                            subject(at.record()),
                            sequence));
        }
    }

    private static Head head(WireRecord record) {
        return new Head(
                Long.parseLong(required(record.header(Headers.SEQUENCE))),
                new Chain(required(record.header(Headers.CHAIN))));
    }

    private static String subject(WireRecord record) {
        return record.header(Headers.SUBJECT).orElse("");
    }

    private static String required(Optional<String> header) {
        return header.orElseThrow(() -> new IllegalArgumentException("a header is missing"));
    }
}
