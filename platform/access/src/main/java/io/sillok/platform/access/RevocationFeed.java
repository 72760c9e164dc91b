package io.sillok.platform.access;

import io.dropwizard.lifecycle.Managed;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.TopicTail;
import io.sillok.platform.web.access.Revocations;
import io.sillok.platform.web.access.RevokedTokens;
import io.sillok.platform.web.health.Health;
import io.sillok.schemas.envelope.AccessEvents;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.wire.WireRecord;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Follows the log and knows from it what was revoked, within a fraction of a second. Until it has
/// read what could matter it can tell of no token. While the log is away it goes on with what it
/// knew; that it may have missed something is over when the tokens of that time have expired.
public final class RevocationFeed implements Managed {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RevokedTokens revoked;
    private final List<Consumer<WireRecord>> others = new CopyOnWriteArrayList<>();
    private final TopicTail tail;

    /// @param events topic with the events that `meaning` is about
    /// @param clientId shown to the log: `query-api-revocations`
    public RevocationFeed(
            KafkaSettings settings, Topic events, AccessEvents meaning, String clientId) {
        RevokedTokens told = new RevokedTokens(meaning);
        this.revoked = told;
        this.tail =
                new TopicTail(
                        settings,
                        events,
                        clientId,
                        RevokedTokens.LOOK_BACK,
                        new Listening(told, others));
    }

    /// What is known so far.
    public Revocations revocations() {
        return revoked;
    }

    /// Has somebody else told every record as well, from the next one on.
    ///
    /// @param other quick, and never fails
    public void tell(Consumer<WireRecord> other) {
        others.add(other);
    }

    /// How well it hears, for a probe.
    public Health health() {
        String trouble = tail.trouble();
        if (!trouble.isEmpty()) {
            return Health.unhealthy(trouble);
        }
        return tail.isCaughtUp()
                ? Health.healthy("following what is revoked")
                : Health.unhealthy("still reading what was revoked");
    }

    /// Waits a little until what was revoked is known, so that the first request need not be put
    /// off.
    @Override
    public void start() throws InterruptedException {
        tail.start(PATIENCE);
    }

    @Override
    public void stop() {
        tail.close();
    }

    private record Listening(RevokedTokens revoked, List<Consumer<WireRecord>> others)
            implements TopicTail.Follower {

        @Override
        public void take(WireRecord record) {
            revoked.learn(record);
            others.forEach(other -> other.accept(record));
        }

        @Override
        public void caughtUp() {
            revoked.caughtUp();
        }
    }
}
