package io.sillok.processors.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.schemas.envelope.Ids;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class NotedTest {

    private static final Noted EARLY_FIRST = noted("early", true, 1);
    private static final Noted LATE_FIRST = noted("late", true, 2);
    private static final Noted PLAIN = noted("plain", false, 0);

    @Test
    void theEarliestFirstStaysWhateverTheOrder() {
        assertThat(LATE_FIRST.after(EARLY_FIRST)).isEqualTo(EARLY_FIRST);
        assertThat(EARLY_FIRST.after(LATE_FIRST)).isEqualTo(EARLY_FIRST);
    }

    @Test
    void firstsOfTheSameMomentAreToldApartByTheirEvent() {
        var one = noted("one", true, 1);
        var two = noted("two", true, 1);

        assertThat(one.after(two)).isEqualTo(two.after(one));
    }

    @Test
    void aFirstDoesNotReplaceWhatIsThere() {
        assertThat(EARLY_FIRST.after(PLAIN)).isEqualTo(PLAIN);
    }

    @Test
    void theLastOfOthersCounts() {
        assertThat(PLAIN.after(LATE_FIRST)).isEqualTo(PLAIN);
    }

    private static Noted noted(String value, boolean first, int second) {
        return new Noted(value, first, Instant.ofEpochSecond(second), Ids.named(value));
    }
}
