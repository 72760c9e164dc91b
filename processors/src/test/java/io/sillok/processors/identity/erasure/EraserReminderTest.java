package io.sillok.processors.identity.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.processors.identity.erasure.ErasureQueries.OpenErasure;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.identity.ErasureCommand;
import io.sillok.schemas.identity.ErasureStatus;
import io.sillok.schemas.personal.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EraserReminderTest {

    private static final UserId ADA = new UserId(new UUID(0, 7));
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final EraserSettings SETTINGS = EraserSettings.USUAL;

    private final List<CommandEnvelope<?>> sent = new ArrayList<>();

    @Test
    void hasASuspendedErasureResumedAfterARest() throws InterruptedException {
        remind(ErasureStatus.SUSPENDED, 1, SETTINGS.patience().minusSeconds(1));
        assertThat(sent).isEmpty();

        remind(ErasureStatus.SUSPENDED, 1, SETTINGS.patience());
        assertThat(commands()).containsExactly(new ErasureCommand.Resume(ADA));
        assertThat(sent.getFirst().actor().isSystem()).isTrue();
    }

    @Test
    void comesBackLaterEachTimeButNotForEverLater() {
        assertThat(SETTINGS.restAt(3)).isEqualTo(SETTINGS.patience().multipliedBy(2));
        assertThat(SETTINGS.restAt(5)).isEqualTo(SETTINGS.patience().multipliedBy(4));
        assertThat(SETTINGS.restAt(1_001)).isEqualTo(SETTINGS.patience().multipliedBy(4));
    }

    @Test
    void isTheSameReminderWhoeverSendsIt() throws InterruptedException {
        remind(ErasureStatus.SUSPENDED, 1, SETTINGS.patience());
        remind(ErasureStatus.SUSPENDED, 1, SETTINGS.patience().plusSeconds(1));
        remind(ErasureStatus.SUSPENDED, 3, SETTINGS.patience().multipliedBy(2));

        assertThat(sent).hasSize(3);
        assertThat(sent.get(1).id()).isEqualTo(sent.getFirst().id());
        assertThat(sent.get(2).id()).isNotEqualTo(sent.getFirst().id());
    }

    @Test
    void suspendsWhatNothingWasHeardOfForLong() throws InterruptedException {
        remind(ErasureStatus.UNDER_WAY, 0, SETTINGS.silence().minusSeconds(1));
        assertThat(sent).isEmpty();

        remind(ErasureStatus.UNDER_WAY, 0, SETTINGS.silence());
        assertThat(commands())
                .containsExactly(new ErasureCommand.Suspend(ADA, "nothing-heard-of-it"));
    }

    private void remind(ErasureStatus status, long version, Duration age)
            throws InterruptedException {
        new EraserReminder(
                        () -> List.of(new OpenErasure(ADA, version, status, NOON.minus(age))),
                        sent::add,
                        SETTINGS,
                        () -> NOON)
                .remind();
    }

    private List<Object> commands() {
        return sent.stream().<Object>map(CommandEnvelope::command).toList();
    }
}
