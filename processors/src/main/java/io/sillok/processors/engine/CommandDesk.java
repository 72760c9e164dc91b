package io.sillok.processors.engine;

import io.sillok.platform.kafka.Partitioning;
import io.sillok.processors.engine.claims.Claim;
import io.sillok.processors.engine.claims.ClaimBook;
import io.sillok.processors.engine.claims.ClaimSecret;
import io.sillok.schemas.claims.ClaimAnswer;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.operations.DeadLetter;
import io.sillok.schemas.personal.KeysUnavailable;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.wire.CommandCodec;
import io.sillok.schemas.wire.DeadLetterCodec;
import io.sillok.schemas.wire.Decoded;
import io.sillok.schemas.wire.EventCodec;
import io.sillok.schemas.wire.WireRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Takes the commands of one partition, one after the other, and settles each of them exactly once:
/// its events, what follows from them, its settlement, the new state, all in one transaction.
///
/// A command whose references are not known yet waits in the store, for half a second at most, and
/// one that needs claims until they are answered; later ones with the same key wait behind it. So
/// does one whose personal data cannot be read or written yet, for as long as that takes. What
/// cannot be a command goes to the dead letters.
final class CommandDesk {

    private static final Logger log = LoggerFactory.getLogger(CommandDesk.class);
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofMillis(25);
    private static final Duration KEYS_PAUSE = Duration.ofMillis(250);

    private final DecidingContext rules;
    private final int partitions;
    private final ProcessorContext<byte[], byte[]> context;
    private final List<BoundDecider<?, ?, ?>> deciders;
    private final Boundaries boundaries;
    private final Answers answers;
    private final Deferrals deferrals;
    private final ClaimBook claims;
    private final Rulings rulings;
    private final Outbox outbox;
    private Optional<Cancellable> retrying = Optional.empty();
    private long keysAwayUntil;

    CommandDesk(
            DecidingContext rules,
            int partitions,
            ClaimSecret secret,
            ProcessorContext<byte[], byte[]> context) {
        this.rules = rules;
        this.partitions = partitions;
        this.context = context;
        this.deciders =
                Stream.concat(Stream.of(new ClaimDecider()), rules.deciders().stream())
                        .<BoundDecider<?, ?, ?>>map(this::bind)
                        .toList();
        this.boundaries = new Boundaries(context.getStateStore(DecidingStores.BOUNDARIES));
        this.answers = new Answers(context.getStateStore(DecidingStores.ANSWERS));
        this.deferrals = new Deferrals(context.getStateStore(DecidingStores.BOUNDARIES));
        this.claims =
                new ClaimBook(
                        context.getStateStore(DecidingStores.BOUNDARIES),
                        secret,
                        context.currentSystemTimeMs());
        this.rulings = new Rulings(boundaries, answers, references(), claims);
        this.outbox = new Outbox(context, rules);
        if (!deferrals.isEmpty()) {
            retryLater();
        }
    }

    private BoundDecider<?, ?, ?> bind(Decider<?, ?, ?> decider) {
        return new BoundDecider<>(decider, rules);
    }

    private References references() {
        return rules.looksUp()
                ? new StoredReferences(context.getStateStore(DecidingStores.REFERENCES))
                : References.NONE;
    }

    /// Settles a command or lets it wait.
    void take(WireRecord record, long timestamp, RecordMetadata place) {
        Deferred command =
                new Deferred(
                        place.topic(),
                        place.partition(),
                        place.offset(),
                        timestamp,
                        context.currentSystemTimeMs(),
                        record);
        boolean waits = deferrals.holds(record.key());
        if ((waits && !isClaimAnswer(record)) || !settle(command, true)) {
            deferrals.add(command);
            retryLater();
        } else if (waits) {
            retry(record.key(), context.currentSystemTimeMs());
        }
    }

    /// An answer is for the command that waits, so it never waits behind it.
    private static boolean isClaimAnswer(WireRecord record) {
        return CommandCodec.decode(record)
                        instanceof Decoded.Message<CommandEnvelope<Object>>(var envelope)
                && envelope.command() instanceof ClaimAnswer;
    }

    /// Retries nothing from now on. The store still holds what waits.
    void close() {
        retrying.ifPresent(Cancellable::cancel);
        retrying = Optional.empty();
    }

    private void retryLater() {
        if (retrying.isEmpty()) {
            retrying =
                    Optional.of(
                            context.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, this::retry));
        }
    }

    private void retry(long now) {
        deferrals.keys().forEach(key -> retry(key, now));
        if (deferrals.isEmpty()) {
            close();
        }
    }

    private void retry(String key, long now) {
        if (now < keysAwayUntil || claims.isOpen(key, now)) {
            return;
        }
        Optional<Deferred> first = deferrals.first(key);
        while (first.isPresent()
                && settle(first.get(), now - first.get().since() < PATIENCE.toMillis())) {
            deferrals.removeFirst(key);
            first = deferrals.first(key);
        }
    }

    /// False when the command has to wait. While the keys of persons are away it waits without end:
    /// nothing was written yet, and nothing can be said about it.
    private boolean settle(Deferred command, boolean patient) {
        try {
            return settleWithKeys(command, patient);
        } catch (KeysUnavailable e) {
            keysAway(command, e);
            return false;
        }
    }

    private void keysAway(Deferred command, KeysUnavailable cause) {
        keysAwayUntil = context.currentSystemTimeMs() + KEYS_PAUSE.toMillis();
        log.atLevel(deferrals.holds(command.record().key()) ? Level.DEBUG : Level.WARN)
                .addKeyValue("topic", command.topic())
                .addKeyValue("partition", command.partition())
                .addKeyValue("offset", command.offset())
                .setCause(cause)
                .log("a command waits for the keys of persons");
    }

    private boolean settleWithKeys(Deferred command, boolean patient) {
        WireRecord record = command.record();
        if (Partitioning.partitionOf(record.keyBytes(), partitions) != command.partition()) {
            bury(command, "wrong-partition", "the key belongs to another partition");
            return true;
        }
        if (Limits.hasTooManyHeaders(record)) {
            bury(command, "malformed-headers", "the headers are too large");
            return true;
        }
        return switch (CommandCodec.decode(record, rules.keys().transport())) {
            case Decoded.Message<CommandEnvelope<Object>>(var envelope) ->
                    settle(command, envelope, patient);
            case Decoded.Undecodable<CommandEnvelope<Object>>(var reason, var detail) -> {
                bury(command, reason, detail);
                yield true;
            }
        };
    }

    private boolean settle(Deferred command, CommandEnvelope<Object> envelope, boolean patient) {
        if (envelope.command() instanceof ClaimAnswer answer) {
            hear(answer, envelope, command.timestamp());
            return true;
        }
        Optional<BoundDecider<?, ?, ?>> decider =
                deciders.stream().filter(any -> any.decides(envelope.command())).findFirst();
        if (decider.isEmpty()) {
            bury(command, "no-decider", "nothing in this context decides messages of this type");
            return true;
        }
        Moment now =
                new Moment(
                        Math.max(context.currentStreamTimeMs(), command.timestamp()),
                        context.currentSystemTimeMs());
        return switch (rulings.on(envelope, decider.get(), now, patient)) {
            case Turn.Ruled(var ruling) -> {
                write(ruling, envelope, command.timestamp(), now);
                yield true;
            }
            case Turn.Waits(var toAsk) -> {
                ask(toAsk, envelope, now);
                yield false;
            }
        };
    }

    private void ask(List<Claim> toAsk, CommandEnvelope<Object> command, Moment now) {
        if (!toAsk.isEmpty()) {
            claims.ask(command, toAsk, now.here())
                    .forEach(letter -> outbox.claim(letter, now.here()));
        }
    }

    private void write(Ruling ruling, CommandEnvelope<Object> command, long timestamp, Moment now) {
        ruling.events().forEach(event -> outbox.event(event, timestamp));
        ruling.orders().forEach(order -> outbox.order(order, timestamp));
        boundaries.keep(command.key(), ruling);
        claims.settle(command, ruling.claims(), now.here())
                .forEach(letter -> outbox.claim(letter, now.here()));
        if (ruling.remembered()) {
            answers.remember(command, ruling.settlement(), now.log());
        }
        outbox.event(EventCodec.encode(ruling.settlement(), command), timestamp);
        ClaimReplies.to(command, ruling.settlement())
                .ifPresent(reply -> outbox.claim(reply, now.here()));
    }

    private void hear(ClaimAnswer answer, CommandEnvelope<Object> command, long timestamp) {
        claims.hear(command.key(), answer);
        long version = boundaries.head(command.subject()).sequence();
        outbox.event(
                EventCodec.encode(
                        Settlements.accepted(command, version, Optional.empty()), command),
                timestamp);
    }

    private void bury(Deferred command, String reason, String detail) {
        log.atError()
                .addKeyValue("topic", command.topic())
                .addKeyValue("partition", command.partition())
                .addKeyValue("offset", command.offset())
                .addKeyValue("reason", reason)
                .log("a command goes to the dead letters");
        DeadLetter letter =
                DeadCommand.letter(
                        rules.deciderName(),
                        command,
                        reason,
                        detail,
                        Instant.ofEpochMilli(context.currentSystemTimeMs()));
        outbox.deadLetter(DeadLetterCodec.encode(letter), command.timestamp());
        LostCommand.envelope(command.record(), Instant.ofEpochMilli(command.timestamp()))
                .ifPresent(envelope -> reject(envelope, command.timestamp()));
    }

    private void reject(CommandEnvelope<Object> command, long timestamp) {
        Problem problem =
                Problem.of(
                        ErrorCode.E5004,
                        "undecodable-command",
                        "The command could not be read; it was put aside.");
        long version = boundaries.head(command.subject()).sequence();
        outbox.event(
                EventCodec.encode(Settlements.rejected(command, version, problem), command),
                timestamp);
    }
}
