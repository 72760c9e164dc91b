package io.sillok.platform.web.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class AllowancesTest {

    private final Watch watch = new Watch();
    private final Allowances allowances = new Allowances(2, watch);

    @Test
    void givesEverybodyTheirOwn() {
        allowances.take("ada");
        allowances.take("ada");

        assertThat(allowances.take("ada").isAllowed()).isFalse();
        assertThat(allowances.take("bob").isAllowed()).isTrue();
    }

    @Test
    void giveAllOfItAgainAfterAMinute() {
        allowances.take("ada");
        watch.pass(Duration.ofSeconds(20));
        allowances.take("ada");
        assertThat(allowances.take("ada").seconds()).isEqualTo(40);

        watch.pass(Duration.ofSeconds(40));

        assertThat(allowances.take("ada")).isEqualTo(new Allowances.Taken(true, 1, 60));
    }

    @Test
    void forgetsWhoHasAllOfIt() {
        for (int i = 0; i <= Allowances.MANY; i++) {
            allowances.take("asker " + i);
        }
        watch.pass(Duration.ofMinutes(2));

        allowances.take("one more");

        assertThat(allowances.askers()).isEqualTo(1);
    }

    private static final class Watch implements TimeMeter {

        private long nanos;

        void pass(Duration time) {
            nanos += time.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
