package io.sillok.processors.engine.claims;

import io.sillok.schemas.claims.ClaimAnswer;
import io.sillok.schemas.claims.ClaimCommand.Reserve;
import io.sillok.schemas.claims.ClaimId;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.wire.Json;
import io.sillok.schemas.wire.WireRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.streams.state.KeyValueStore;

/// The part of the decider's store that knows which claims each boundary holds, and which ones its
/// waiting command has asked for. Keeps nothing beside the store, so after a fault it knows what
/// the last transaction knew.
///
/// Times are those of this machine's clock, in milliseconds.
public final class ClaimBook {

    private static final String HELD = "held|";
    private static final String RESERVED = "reserved|";

    private final KeyValueStore<String, byte[]> store;
    private final ClaimSecret secret;
    private final long opened;

    /// @param opened the present: answers that nobody was here to hear are waited for from now on
    public ClaimBook(KeyValueStore<String, byte[]> store, ClaimSecret secret, long opened) {
        this.store = store;
        this.secret = secret;
        this.opened = opened;
    }

    /// The claims of a boundary, as they are stored.
    record Held(Set<ClaimId> claims) {}

    /// How the boundary of a command stands to the claims that it would have afterwards.
    public Standing standing(CommandEnvelope<?> command, List<Claim> wanted, long now) {
        Map<ClaimId, Claim> missing = byId(wanted);
        missing.keySet().removeAll(held(command.key()));
        return reservation(command.key()).standing(missing, now, opened);
    }

    /// Notes that claims are asked for.
    ///
    /// @return what must be sent to them
    public List<WireRecord> ask(CommandEnvelope<?> command, List<Claim> claims, long now) {
        Instant time = Instant.ofEpochMilli(now);
        Reservation reservation = reservation(command.key());
        List<WireRecord> letters = new ArrayList<>();
        for (Claim claim : claims) {
            ClaimId id = secret.id(claim);
            int round = reservation.find(id).map(wish -> wish.round() + 1).orElse(0);
            CommandId letter = ClaimLetters.reserveId(command, id, round);
            Reserve reserve = new Reserve(id, claim.kind(), command.key());
            letters.add(ClaimLetters.reserve(command, letter, reserve, time));
            reservation = reservation.with(id, letter, round, now);
        }
        store.put(RESERVED + command.key(), Json.bytes(reservation));
        return letters;
    }

    /// Notes an answer; one that nobody waits for any more changes nothing.
    public void hear(BoundaryKey holder, ClaimAnswer answer) {
        Reservation reservation = reservation(holder);
        if (!reservation.wishes().isEmpty()) {
            store.put(RESERVED + holder, Json.bytes(reservation.with(answer)));
        }
    }

    /// True while it makes no sense to decide the boundary's waiting command again.
    public boolean isOpen(String key, long now) {
        return reservation(new BoundaryKey(key)).isOpen(now, opened);
    }

    /// Notes what a boundary holds after a command was settled, and ends its reservation.
    ///
    /// @param claims that the boundary has now; empty when its state is the same
    /// @return what must be sent to the claims it gained or gave up
    public List<WireRecord> settle(
            CommandEnvelope<?> command, Optional<List<Claim>> claims, long now) {
        BoundaryKey key = command.key();
        List<ClaimId> reserved = reservation(key).possible();
        if (claims.isEmpty() && reserved.isEmpty()) {
            forget(key);
            return List.of();
        }
        Set<ClaimId> before = held(key);
        Set<ClaimId> after = claims.map(this::byId).map(Map::keySet).orElse(before);
        keep(key, before, after);
        forget(key);
        Set<ClaimId> unwanted = new LinkedHashSet<>(before);
        unwanted.addAll(reserved);
        Instant time = Instant.ofEpochMilli(now);
        return Stream.concat(
                        after.stream()
                                .filter(claim -> !before.contains(claim))
                                .map(claim -> ClaimLetters.confirm(command, claim, time)),
                        unwanted.stream()
                                .filter(claim -> !after.contains(claim))
                                .map(claim -> ClaimLetters.release(command, claim, time)))
                .toList();
    }

    private void keep(BoundaryKey key, Set<ClaimId> before, Set<ClaimId> after) {
        if (after.isEmpty() && !before.isEmpty()) {
            store.delete(HELD + key);
        } else if (!after.equals(before)) {
            store.put(HELD + key, Json.bytes(new Held(after)));
        }
    }

    private void forget(BoundaryKey key) {
        if (store.get(RESERVED + key) != null) {
            store.delete(RESERVED + key);
        }
    }

    private Set<ClaimId> held(BoundaryKey key) {
        return Optional.ofNullable(store.get(HELD + key))
                .map(bytes -> Json.readOwn(bytes, Held.class).claims())
                .orElse(Set.of());
    }

    private Reservation reservation(BoundaryKey key) {
        return Optional.ofNullable(store.get(RESERVED + key))
                .map(bytes -> Json.readOwn(bytes, Reservation.class))
                .orElse(Reservation.NONE);
    }

    /// In the decider's order.
    private Map<ClaimId, Claim> byId(List<Claim> claims) {
        Map<ClaimId, Claim> ids = new LinkedHashMap<>();
        claims.forEach(claim -> ids.putIfAbsent(secret.id(claim), claim));
        return ids;
    }
}
