package io.sillok.platform.kafka;

import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.wire.Headers;
import io.sillok.schemas.wire.WireRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/// What is told about subjects as it comes: follows some topics, with one consumer for each, and
/// hands every record to all who listen to its subject. Of what is remembered for a while, who
/// comes later is told first. Thread-safe.
///
/// Records of a subject are told once to each listener, those of one topic in their order. However
/// many listen, and however slowly, each record is held once.
public final class SubjectFeed implements AutoCloseable {

    private final Memory memory;
    private final List<TopicTail> tails;
    private final ReentrantLock lock = new ReentrantLock();

    /// By subject, the one that was silent longest first. Guarded by the lock.
    private final Map<String, Line> lines = new LinkedHashMap<>(16, 0.75f, true);

    private long bytes;

    /// What is remembered for those who come later. What is listened to is held besides.
    ///
    /// @param time how long after the last record of a subject
    /// @param bytes of values in all, at most
    /// @param isKept which records; the others are told only to who listens already
    public record Memory(Duration time, long bytes, Predicate<WireRecord> isKept) {}

    /// @param clientId shown to the log, with a number for each topic
    public SubjectFeed(KafkaSettings settings, List<Topic> topics, String clientId, Memory memory) {
        this.memory = memory;
        List<TopicTail> all = new ArrayList<>();
        for (Topic topic : topics) {
            String id = clientId + "-" + all.size();
            all.add(new TopicTail(settings, topic, id, memory.time(), new Telling()));
        }
        this.tails = List.copyOf(all);
    }

    /// Begins, and waits a little for the log.
    public void start(Duration patience) throws InterruptedException {
        for (TopicTail tail : tails) {
            tail.start(patience);
        }
    }

    /// What keeps it from hearing; empty when nothing does.
    public String trouble() {
        return tails.stream()
                .map(TopicTail::trouble)
                .filter(trouble -> !trouble.isEmpty())
                .findFirst()
                .orElse("");
    }

    /// Begins to listen; the caller closes it.
    public Listening listen(Subject subject) {
        lock.lock();
        try {
            Line line = lines.computeIfAbsent(subject.toString(), _ -> new Line());
            line.listeners++;
            return new Listening(subject.toString(), line);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        tails.forEach(TopicTail::close);
    }

    private void take(String subject, WireRecord record) {
        lock.lock();
        try {
            Line known = lines.get(subject);
            if ((known == null || known.listeners == 0) && !memory.isKept().test(record)) {
                return;
            }
            Line line = lines.computeIfAbsent(subject, _ -> new Line());
            line.records.add(record);
            line.touched = System.nanoTime();
            line.changed.signalAll();
            bytes += record.value().length;
            forget(line.touched);
        } finally {
            lock.unlock();
        }
    }

    /// Lets go of what is too old or too much, the longest silent first.
    private void forget(long now) {
        Iterator<Line> oldest = lines.values().iterator();
        while (oldest.hasNext()) {
            Line line = oldest.next();
            boolean isDue = bytes > memory.bytes() || now - line.touched > memory.time().toNanos();
            if (!isDue) {
                return;
            }
            if (line.listeners == 0) {
                bytes -= line.bytes();
                oldest.remove();
            }
        }
    }

    private void leave(String subject, Line line) {
        lock.lock();
        try {
            line.listeners--;
            if (line.listeners == 0) {
                bytes -= line.bytes();
                line.records.removeIf(memory.isKept().negate());
                bytes += line.bytes();
            }
            if (line.listeners == 0 && line.records.isEmpty()) {
                lines.remove(subject, line);
            }
        } finally {
            lock.unlock();
        }
    }

    private final class Telling implements TopicTail.Follower {

        @Override
        public void take(WireRecord record) {
            record.header(Headers.SUBJECT)
                    .ifPresent(subject -> SubjectFeed.this.take(subject, record));
        }

        @Override
        public void caughtUp() {
            // who listens is told what comes, whenever it comes
        }
    }

    /// All that is remembered of a subject, in the order in which it was heard. Guarded by the
    /// lock.
    private final class Line {

        private final List<WireRecord> records = new ArrayList<>();
        private final Condition changed = lock.newCondition();
        private int listeners;
        private long touched = System.nanoTime();

        private long bytes() {
            return records.stream().mapToLong(record -> record.value().length).sum();
        }
    }

    /// Somebody who listens to one subject. Used by one thread at a time.
    public final class Listening implements AutoCloseable {

        private final String subject;
        private final Line line;
        private int next;
        private boolean closed;

        private Listening(String subject, Line line) {
            this.subject = subject;
            this.line = line;
        }

        /// What came since the last time, as soon as there is anything; empty when nothing came in
        /// time.
        public List<WireRecord> next(Duration patience) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                long nanos = patience.toNanos();
                while (next == line.records.size() && nanos > 0) {
                    nanos = line.changed.awaitNanos(nanos);
                }
                List<WireRecord> come = line.records.subList(next, line.records.size());
                next = line.records.size();
                return List.copyOf(come);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                leave(subject, line);
            }
        }
    }
}
