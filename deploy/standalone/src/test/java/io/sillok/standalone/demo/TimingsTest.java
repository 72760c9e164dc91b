package io.sillok.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimingsTest {

    @Test
    void findsPercentilesInAnyOrder() {
        var timings =
                new Timings(
                        LongStream.rangeClosed(1, 200).map(i -> (201 - i) * 1_000_000).toArray());

        assertThat(timings.millis(50)).isEqualTo(100);
        assertThat(timings.millis(99)).isEqualTo(198);
        assertThat(timings.millis(100)).isEqualTo(200);
    }

    @Test
    void copesWithOne() {
        assertThat(new Timings(7_000_000).millis(50)).isEqualTo(7);
    }
}
