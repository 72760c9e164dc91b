package io.sillok.processors.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sillok.schemas.envelope.Subject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DecisionTest {

    private static final Kept KEPT = new Kept(new Subject("things", new UUID(1, 1)), "secret");

    @Test
    void keepsNothingWhenNothingHappened() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Decision.Accepted<>(List.of(), List.of(KEPT)));
    }

    @Test
    void keepsSomethingOfWhatHappened() {
        assertThat(Decision.accept("event", KEPT))
                .isEqualTo(new Decision.Accepted<>(List.of("event"), List.of(KEPT)));
    }
}
