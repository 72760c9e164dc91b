package io.sillok.processors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sillok.platform.kafka.LogUnavailable;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EngineWaitTest {

    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void triesUntilTheEnginesAreThere() {
        new EngineWait(Duration.ofMinutes(1), Duration.ZERO).until(() -> failUntil(3));

        assertThat(tries).hasValue(3);
    }

    @Test
    void saysWhatIsMissingWhenPatienceIsAtItsEnd() {
        EngineWait impatient = new EngineWait(Duration.ZERO, Duration.ZERO);

        assertThatThrownBy(() -> impatient.until(() -> failUntil(3)))
                .isInstanceOf(LogUnavailable.class);
        assertThat(tries).hasValue(1);
    }

    @Test
    void doesNotRepeatWhatIsAMistake() {
        assertThatThrownBy(
                        () ->
                                EngineWait.USUAL.until(
                                        () -> {
                                            throw new IllegalStateException("a mistake");
                                        }))
                .isInstanceOf(IllegalStateException.class);
    }

    private void failUntil(int success) {
        if (tries.incrementAndGet() < success) {
            throw new LogUnavailable("not there yet", new TimeoutException("a second"));
        }
    }
}
