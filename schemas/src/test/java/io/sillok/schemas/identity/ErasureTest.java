package io.sillok.schemas.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.History;
import io.sillok.schemas.personal.UserId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ErasureTest {

    private static final UserId ADA = new UserId(new UUID(0, 7));
    private static final ErasureReport REPORT =
            new ErasureReport(List.of(new Tally("blobs", 2, 0)));
    private static final EventEnvelope<UserEvent.Erased> ERASED =
            History.at(5, ADA.subject(), new UserEvent.Erased(ADA));

    @Test
    void isUnderWayFromTheEndOfTheAccount() {
        Erasure erasure = Erasure.requested(Optional.empty(), ERASED);

        assertThat(erasure.status()).isEqualTo(ErasureStatus.UNDER_WAY);
        assertThat(erasure.requestedAt()).contains(History.time(5));
    }

    @Test
    void isCompleteWithItsReport() {
        Erasure erasure = after(Erasure.requested(Optional.empty(), ERASED), concluded(1));

        assertThat(erasure.status()).isEqualTo(ErasureStatus.COMPLETE);
        assertThat(erasure.report()).contains(REPORT);
        assertThat(erasure.requestedAt()).contains(History.time(5));
    }

    @Test
    void isTheSameWhateverComesFirst() {
        Erasure first = after(Erasure.requested(Optional.empty(), ERASED), concluded(1));
        Erasure second =
                Erasure.requested(
                        Optional.of(Erasure.evolve(Optional.empty(), concluded(1))), ERASED);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void goesOnAfterItWasSuspended() {
        Erasure suspended =
                after(
                        Erasure.requested(Optional.empty(), ERASED),
                        event(1, new ErasureEvent.Suspended(ADA, "tries-exhausted")));
        Erasure complete = after(suspended, concluded(2));

        assertThat(suspended.status()).isEqualTo(ErasureStatus.SUSPENDED);
        assertThat(suspended.reason()).contains("tries-exhausted");
        assertThat(complete.status()).isEqualTo(ErasureStatus.COMPLETE);
        assertThat(complete.reason()).isEmpty();
    }

    @Test
    void isUnderWayAgainOnceItIsResumed() {
        Erasure resumed =
                after(
                        after(
                                Erasure.requested(Optional.empty(), ERASED),
                                event(1, new ErasureEvent.Suspended(ADA, "engine-away"))),
                        event(2, new ErasureEvent.Resumed(ADA)));

        assertThat(resumed.status()).isEqualTo(ErasureStatus.UNDER_WAY);
        assertThat(resumed.reason()).isEmpty();
        assertThat(resumed.requestedAt()).contains(History.time(5));
        assertThat(after(resumed, concluded(3)).status()).isEqualTo(ErasureStatus.COMPLETE);
    }

    @Test
    void isNotChangedByRepeats() {
        Erasure complete = after(Erasure.requested(Optional.empty(), ERASED), concluded(2));

        assertThat(after(complete, event(1, new ErasureEvent.Suspended(ADA, "late"))))
                .isEqualTo(complete);
        assertThat(Erasure.requested(Optional.of(complete), ERASED)).isEqualTo(complete);
    }

    @Test
    void isNotCompleteWhileAnythingIsLeft() {
        assertThat(REPORT.complete()).isTrue();
        assertThat(new ErasureReport(List.of(new Tally("blobs", 2, 1))).complete()).isFalse();
    }

    private static Erasure after(Erasure before, EventEnvelope<ErasureEvent> event) {
        return Erasure.evolve(Optional.of(before), event);
    }

    private static EventEnvelope<ErasureEvent> concluded(long sequence) {
        return event(sequence, new ErasureEvent.Concluded(ADA, REPORT));
    }

    private static EventEnvelope<ErasureEvent> event(long sequence, ErasureEvent event) {
        return History.at(sequence, ErasureEvent.subject(ADA), event);
    }
}
