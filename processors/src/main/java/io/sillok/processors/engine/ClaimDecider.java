package io.sillok.processors.engine;

import io.sillok.schemas.claims.ClaimCommand;
import io.sillok.schemas.claims.ClaimCommand.Confirm;
import io.sillok.schemas.claims.ClaimCommand.Release;
import io.sillok.schemas.claims.ClaimCommand.Reserve;
import io.sillok.schemas.claims.ClaimEvent;
import io.sillok.schemas.claims.Holding;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.problems.ErrorCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The rules of unique values, a part of every context: the first boundary that asks has the claim,
/// until it releases it or does not confirm it in time.
final class ClaimDecider implements Decider<ClaimCommand, ClaimState, ClaimEvent> {

    /// Why a boundary does not get a claim.
    static final String TAKEN = "claim-taken";

    @Override
    public Class<ClaimCommand> commands() {
        return ClaimCommand.class;
    }

    @Override
    public Class<ClaimState> states() {
        return ClaimState.class;
    }

    @Override
    public Class<ClaimEvent> events() {
        return ClaimEvent.class;
    }

    @Override
    public ClaimState initial() {
        return ClaimState.FREE;
    }

    @Override
    public Decision<ClaimEvent> decide(
            ClaimState state, CommandEnvelope<ClaimCommand> command, References references) {
        if (!command.actor().isSystem()) {
            return Decision.reject(
                    ErrorCode.E4005, "engine-required", "Only the platform itself may do this.");
        }
        return switch (command.command()) {
            case Reserve reserve -> reserve(state, reserve, command.time());
            case Confirm confirm -> confirm(state, confirm);
            case Release release -> release(state, release);
        };
    }

    @Override
    public ClaimState evolve(ClaimState state, EventEnvelope<ClaimEvent> event) {
        return new ClaimState(Holding.evolve(state.holding(), event));
    }

    @Override
    public Subject subject(ClaimEvent event) {
        return event.claim().subject();
    }

    /// Nothing: no API answers a claim.
    @Override
    public Optional<Object> represent(ClaimState state, Subject subject) {
        return Optional.empty();
    }

    private static Decision<ClaimEvent> reserve(ClaimState state, Reserve reserve, Instant now) {
        ClaimEvent reserved =
                new ClaimEvent.Reserved(reserve.claim(), reserve.kind(), reserve.holder());
        if (state.holding().isEmpty()) {
            return Decision.accept(reserved);
        }
        Holding holding = state.holding().get();
        if (holding.isOf(reserve.holder())) {
            return holding.confirmed() ? Decision.unchanged() : Decision.accept(reserved);
        }
        if (holding.isExpired(now)) {
            return new Decision.Accepted<>(
                    List.of(new ClaimEvent.Expired(reserve.claim(), holding.holder()), reserved));
        }
        return taken();
    }

    private static Decision<ClaimEvent> confirm(ClaimState state, Confirm confirm) {
        if (state.holding().filter(holding -> holding.isOf(confirm.holder())).isEmpty()) {
            return Decision.reject(
                    ErrorCode.E4008, "claim-not-reserved", "The claim is not reserved for it.");
        }
        return state.holding().get().confirmed()
                ? Decision.unchanged()
                : Decision.accept(new ClaimEvent.Confirmed(confirm.claim(), confirm.holder()));
    }

    private static Decision<ClaimEvent> release(ClaimState state, Release release) {
        if (state.holding().isEmpty()) {
            return Decision.unchanged();
        }
        return state.holding().get().isOf(release.holder())
                ? Decision.accept(new ClaimEvent.Released(release.claim(), release.holder()))
                : taken();
    }

    private static Decision<ClaimEvent> taken() {
        return Decision.reject(ErrorCode.E4008, TAKEN, "Another one holds the claim.");
    }
}
