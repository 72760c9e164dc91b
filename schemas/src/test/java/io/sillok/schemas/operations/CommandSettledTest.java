package io.sillok.schemas.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.operations.CommandSettled.Outcome;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CommandSettledTest {

    private static final Optional<Problem> PROBLEM =
            Optional.of(Problem.of(ErrorCode.E4009, "stale-version", "Too late."));

    @Test
    void hasAProblemWhenRejected() {
        assertThatCode(() -> settled(Outcome.REJECTED, PROBLEM)).doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settled(Outcome.REJECTED, Optional.empty()));
    }

    @Test
    void hasNoProblemWhenAccepted() {
        assertThatIllegalArgumentException().isThrownBy(() -> settled(Outcome.ACCEPTED, PROBLEM));
    }

    @Test
    void repeatsAnAcceptanceOrARejection() {
        assertThatCode(() -> settled(Outcome.REPEATED, PROBLEM)).doesNotThrowAnyException();
        assertThatCode(() -> settled(Outcome.REPEATED, Optional.empty()))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource
    void readsTheWordOfAnOutcome(Outcome outcome) {
        assertThat(Outcome.parse(outcome.word())).isEqualTo(outcome);
    }

    private static CommandSettled settled(Outcome outcome, Optional<Problem> problem) {
        Subject subject = new Subject("materials", new UUID(1, 2));
        return new CommandSettled(
                new CommandId(new UUID(3, 4)),
                BoundaryKey.of(subject),
                subject,
                outcome,
                1,
                Instant.EPOCH,
                "ada",
                problem,
                Optional.empty());
    }
}
