package io.sillok.commandapi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.commandapi.gateway.Waiters.Waiter;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.operations.CommandSettled.Outcome;
import org.junit.jupiter.api.Test;

class WaitersTest {

    private static final String KEY = Settlements.SUBJECT.toString();
    private static final Order CREATE =
            Order.create(BoundaryKey.of(Settlements.SUBJECT), Settlements.SUBJECT, "command");
    private static final Order SCANNED =
            CREATE.until(material -> material.path("status").asText().equals("clean"));

    private final Waiters waiters = new Waiters();
    private final CommandId own = Settlements.commandId();
    private final CommandId other = Settlements.commandId();

    private Settled tell(CommandSettled settlement) {
        Settled settled = new Settled(settlement, Settlements.POSITION);
        waiters.tell(settled);
        return settled;
    }

    @Test
    void areToldOfTheirOwnCommandOnly() {
        try (Waiter waiter = waiters.await(own, CREATE)) {
            tell(Settlements.accepted(other, Outcome.ACCEPTED, "received"));
            assertThat(waiter.settled()).isNotDone();

            Settled settled = tell(Settlements.rejected(own, Outcome.REJECTED));

            assertThat(waiter.settled()).isCompletedWithValue(settled);
        }
    }

    @Test
    void areToldWhenTheirResourceIsAsFarAsHoped() {
        try (Waiter waiter = waiters.await(own, SCANNED)) {
            tell(Settlements.accepted(own, Outcome.ACCEPTED, "received"));
            tell(Settlements.accepted(other, Outcome.ACCEPTED, "scanning"));
            tell(Settlements.rejected(other, Outcome.REJECTED));
            assertThat(waiter.reached()).isNotDone();

            Settled settled = tell(Settlements.accepted(other, Outcome.ACCEPTED, "clean"));

            assertThat(waiter.reached()).isCompletedWithValue(settled);
        }
    }

    @Test
    void concernWhatSomebodyWaitsFor() {
        assertThat(waiters.concerns(own.toString(), KEY)).isFalse();
        try (Waiter first = waiters.await(own, CREATE)) {
            assertThat(waiters.concerns(own.toString(), "")).isTrue();
            assertThat(waiters.concerns("", KEY)).isFalse();
            assertThat(first.settled()).isNotDone();
        }
        try (Waiter second = waiters.await(own, SCANNED)) {
            assertThat(waiters.concerns("", KEY)).isTrue();
            assertThat(second.settled()).isNotDone();
        }
        assertThat(waiters.concerns(own.toString(), KEY)).isFalse();
    }

    @Test
    void doNotDisturbEachOther() {
        Waiter gone = waiters.await(other, SCANNED);
        try (Waiter waiter = waiters.await(own, SCANNED)) {
            gone.close();

            Settled settled = tell(Settlements.accepted(other, Outcome.ACCEPTED, "clean"));

            assertThat(waiter.reached()).isCompletedWithValue(settled);
            assertThat(gone.reached()).isNotDone();
        }
    }
}
