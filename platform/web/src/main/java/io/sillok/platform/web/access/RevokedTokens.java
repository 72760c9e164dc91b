package io.sillok.platform.web.access;

import io.sillok.schemas.envelope.AccessEffect;
import io.sillok.schemas.envelope.AccessEvents;
import io.sillok.schemas.wire.Headers;
import io.sillok.schemas.wire.WireRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// What the log said in the last quarter of an hour about sessions that ended and people who may do
/// less than before. Older news need not be known: the tokens that they concern have expired.
/// Thread-safe; one thread tells it what the log says.
///
/// Bounded in time and in number. When there is more news than fits, the oldest is forgotten, and
/// with it every token of that time counts as void: holders get another one, and nobody gets away.
public final class RevokedTokens implements Revocations {

    /// How far back the log has to be read before anything can be said. The log's clocks and ours
    /// may differ, and a command may have waited before it was decided.
    public static final Duration LOOK_BACK = Grant.IN_A_SESSION.plusMinutes(5);

    private static final int MOST = 200_000;

    private final AccessEvents events;
    private final int most;
    private final InstantSource clock;
    private final Map<String, Mark> marks = new ConcurrentHashMap<>();
    private final Deque<News> order = new ArrayDeque<>();
    private volatile Instant forgotten = Instant.EPOCH;
    private volatile boolean complete;

    public RevokedTokens(AccessEvents events) {
        this(events, MOST, InstantSource.system());
    }

    RevokedTokens(AccessEvents events, int most, InstantSource clock) {
        this.events = events;
        this.most = most;
        this.clock = clock;
    }

    /// Takes in one record of the log, whatever it is.
    public void learn(WireRecord record) {
        Optional<AccessEffect> effect =
                record.header(Headers.TYPE)
                        .flatMap(type -> Optional.ofNullable(events.effects().get(type)));
        Optional<String> subject = record.header(Headers.SUBJECT);
        Optional<Long> sequence = record.header(Headers.SEQUENCE).flatMap(RevokedTokens::number);
        if (effect.isPresent() && subject.isPresent() && sequence.isPresent()) {
            learn(effect.get(), subject.get(), sequence.get());
        }
    }

    private void learn(AccessEffect effect, String subject, long sequence) {
        Mark before = marks.getOrDefault(subject, Mark.NONE);
        if (sequence <= before.sequence()) {
            return;
        }
        boolean out =
                switch (effect) {
                    case ENDED, BARRED -> true;
                    case ADMITTED -> false;
                    case CHANGED -> before.out();
                };
        marks.put(subject, new Mark(sequence, out));
        order.add(new News(subject, sequence, clock.instant()));
        forget();
    }

    /// What is old is of no more use; what is too much is replaced by a suspicion.
    private void forget() {
        Instant old = clock.instant().minus(LOOK_BACK);
        while (!order.isEmpty()
                && (order.size() > most || order.getFirst().learnt().isBefore(old))) {
            News oldest = order.removeFirst();
            if (!oldest.learnt().isBefore(old)) {
                forgotten = oldest.learnt();
            }
            marks.computeIfPresent(
                    oldest.subject(),
                    (_, mark) -> mark.sequence() == oldest.sequence() ? null : mark);
        }
    }

    /// Notes that everything that could matter has been read.
    public void caughtUp() {
        complete = true;
    }

    @Override
    public Standing ofToken(Caller caller, Instant issued) {
        if (!complete) {
            return Standing.UNKNOWN;
        }
        Mark holder = mark(events.holders(), caller.id());
        boolean isVoid =
                holder.out() || caller.session().filter(s -> isVoid(s, holder, issued)).isPresent();
        return isVoid ? Standing.VOID : Standing.VALID;
    }

    private boolean isVoid(SessionClaim session, Mark holder, Instant issued) {
        return session.holderVersion() < holder.sequence()
                || mark(events.sessions(), session.id().toString()).out()
                || !issued.isAfter(forgotten);
    }

    @Override
    public Standing ofKey(UUID key, String holder) {
        if (!complete) {
            return Standing.UNKNOWN;
        }
        boolean isVoid =
                mark(events.keys(), key.toString()).out() || mark(events.holders(), holder).out();
        return isVoid ? Standing.VOID : Standing.VALID;
    }

    private Mark mark(String collection, String id) {
        return marks.getOrDefault(collection + "/" + id, Mark.NONE);
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// What is known of a subject.
    ///
    /// @param sequence of the last event that mattered
    /// @param out nothing of it counts
    private record Mark(long sequence, boolean out) {

        static final Mark NONE = new Mark(0, false);
    }

    private record News(String subject, long sequence, Instant learnt) {}
}
