package io.sillok.queryapi.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.platform.kafka.LogEpoch;
import io.sillok.platform.kafka.LogUnavailable;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.queryapi.engines.Away;
import io.sillok.queryapi.engines.Busy;
import io.sillok.queryapi.http.Cursor;
import io.sillok.queryapi.log.Boundaries;
import io.sillok.queryapi.log.Epoch;
import io.sillok.queryapi.log.EventLog;
import io.sillok.queryapi.log.LogScan;
import io.sillok.queryapi.log.LoggedRecord;
import io.sillok.queryapi.log.Stretch;
import io.sillok.schemas.envelope.BoundaryKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/// What happened, straight from the log. Thread-safe.
final class Audit {

    /// How long one part may be searched for; then it is answered as it is.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final EventLog log;
    private final Epoch epoch;
    private final Boundaries boundaries;

    Audit(EventLog log, Epoch epoch, Boundaries boundaries) {
        this.log = log;
        this.epoch = epoch;
        this.boundaries = boundaries;
    }

    /// Some of what the filter shows, from a cursor on.
    ///
    /// @throws ProblemException when the log is away, too many read it, or the cursor is not of it
    AuditPage page(AuditFilter filter, Optional<AuditCursor> cursor, int limit) {
        try {
            LogEpoch current = epoch.get();
            Map<TopicPartition, Long> from = cursor.map(c -> c.positions(current)).orElse(Map.of());
            try (LogScan scan = open(filter, from)) {
                return page(scan, filter, current, limit);
            }
        } catch (LogUnavailable e) {
            throw Away.LOG.because(e);
        }
    }

    /// Everything the filter could show, up to where the log ends now. The caller closes it.
    ///
    /// @throws ProblemException when the log is away or too many read it
    LogScan open(AuditFilter filter) {
        try {
            return open(filter, Map.of());
        } catch (LogUnavailable e) {
            throw Away.LOG.because(e);
        }
    }

    private LogScan open(AuditFilter filter, Map<TopicPartition, Long> from) {
        Optional<BoundaryKey> key = filter.subject().flatMap(boundaries::of);
        return log.open(new Stretch(key, filter.from(), from)).orElseThrow(Busy::problem);
    }

    private static AuditPage page(LogScan scan, AuditFilter filter, LogEpoch epoch, int limit) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<ObjectNode> items = new ArrayList<>();
        Map<TopicPartition, Long> reached = scan.positions();
        boolean hasNext = true;
        while (hasNext && System.nanoTime() < end) {
            Optional<LoggedRecord> next = scan.next();
            hasNext = next.isPresent();
            boolean isShown = next.filter(filter::shows).isPresent();
            if (isShown && items.size() == limit) {
                break;
            }
            next.filter(_ -> isShown).map(AuditLine::of).ifPresent(items::add);
            reached = scan.positions();
        }
        return new AuditPage(items, hasNext, Cursor.write(AuditCursor.of(epoch, reached)));
    }
}
