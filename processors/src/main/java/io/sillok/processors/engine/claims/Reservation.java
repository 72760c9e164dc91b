package io.sillok.processors.engine.claims;

import io.sillok.schemas.claims.ClaimAnswer;
import io.sillok.schemas.claims.ClaimId;
import io.sillok.schemas.envelope.CommandId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The claims that were asked for while a command waits for them.
///
/// A claim is confirmed within [#FRESH] of asking for it and stays reserved for
/// [Holding#RESERVED_FOR], so no other boundary has it by then, unless clocks differ by almost as
/// much. Times are milliseconds.
record Reservation(List<Wish> wishes) {

    static final Reservation NONE = new Reservation(List.of());

    /// How long an answer is waited for: until another instance has taken over from one that died.
    static final Duration PATIENCE = Duration.ofSeconds(20);

    /// For how long an answer counts; after that the claim is asked for again.
    static final Duration FRESH = Duration.ofSeconds(30);

    Reservation {
        wishes = List.copyOf(wishes);
    }

    /// One claim, and what is known of it.
    ///
    /// @param reserve the command that asked for it last
    /// @param round how often it was asked for before that
    /// @param asked when, by the clock of this machine
    record Wish(ClaimId claim, CommandId reserve, int round, long asked, Reply reply) {

        boolean isOpen() {
            return reply == Reply.NONE;
        }

        private boolean isLate(long now, long opened) {
            return isOpen() && now - Math.max(asked, opened) >= PATIENCE.toMillis();
        }

        private boolean isStale(long now) {
            return !isOpen() && now - asked >= FRESH.toMillis();
        }

        private Wish with(ClaimAnswer answer) {
            if (!reserve.equals(answer.reserve())) {
                return this;
            }
            Reply heard = answer.granted() ? Reply.GRANTED : Reply.TAKEN;
            return new Wish(claim, reserve, round, asked, heard);
        }
    }

    /// What was answered.
    enum Reply {
        NONE,
        GRANTED,
        TAKEN
    }

    Optional<Wish> find(ClaimId claim) {
        return wishes.stream().filter(wish -> wish.claim().equals(claim)).findFirst();
    }

    /// Once a claim was asked for, or asked for again.
    Reservation with(ClaimId claim, CommandId reserve, int round, long now) {
        List<Wish> more = new ArrayList<>(wishes);
        more.removeIf(wish -> wish.claim().equals(claim));
        more.add(new Wish(claim, reserve, round, now, Reply.NONE));
        return new Reservation(more);
    }

    /// Once an answer came.
    Reservation with(ClaimAnswer answer) {
        return new Reservation(wishes.stream().map(wish -> wish.with(answer)).toList());
    }

    /// Those that may have been granted.
    List<ClaimId> possible() {
        return wishes.stream()
                .filter(wish -> wish.reply() != Reply.TAKEN)
                .map(Wish::claim)
                .toList();
    }

    /// True while answers may still come.
    boolean isOpen(long now, long opened) {
        return wishes.stream().anyMatch(Wish::isOpen)
                && wishes.stream().noneMatch(wish -> wish.isLate(now, opened));
    }

    /// What follows for a boundary that lacks these claims. All answers are waited for, so that of
    /// several claims taken it is always the first that is told.
    ///
    /// @param opened since when answers are heard
    Standing standing(Map<ClaimId, Claim> missing, long now, long opened) {
        List<Claim> toAsk = toAsk(missing, now);
        if (isOpen(now, opened)) {
            return new Standing.Open(toAsk);
        }
        Optional<Claim> taken = taken(missing, now);
        if (taken.isPresent()) {
            return new Standing.Taken(taken.get().taken());
        }
        if (wishes.stream().anyMatch(Wish::isOpen)) {
            return new Standing.Unanswered();
        }
        return toAsk.isEmpty() ? new Standing.Held() : new Standing.Open(toAsk);
    }

    private List<Claim> toAsk(Map<ClaimId, Claim> missing, long now) {
        return missing.entrySet().stream()
                .filter(entry -> find(entry.getKey()).filter(wish -> !wish.isStale(now)).isEmpty())
                .map(Map.Entry::getValue)
                .toList();
    }

    private Optional<Claim> taken(Map<ClaimId, Claim> missing, long now) {
        return missing.entrySet().stream()
                .filter(
                        entry ->
                                find(entry.getKey())
                                        .filter(wish -> wish.reply() == Reply.TAKEN)
                                        .filter(wish -> !wish.isStale(now))
                                        .isPresent())
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
