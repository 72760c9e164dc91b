package io.sillok.platform.web.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {

    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    @Test
    void goesOnInTheCallersTraceAsANewSpan() {
        Trace trace = Trace.continued("00-" + ID + "-" + SPAN + "-00");

        assertThat(trace.traceId()).isEqualTo(ID);
        assertThat(trace.spanId()).hasSize(16).isNotEqualTo(SPAN);
        assertThat(trace.sampled()).isFalse();
        assertThat(trace).hasToString("00-" + ID + "-" + trace.spanId() + "-00");
    }

    @Test
    void readsVersionsYetToCome() {
        assertThat(Trace.continued("cc-" + ID + "-" + SPAN + "-01-more").traceId()).isEqualTo(ID);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "x",
                "ff-" + ID + "-" + SPAN + "-01",
                "00-00000000000000000000000000000000-" + SPAN + "-01",
                "00-" + ID + "-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + SPAN + "-01",
                "00-" + ID + "-" + SPAN
            })
    void startsAnewWithoutAGoodParent(String header) {
        Trace trace = Trace.continued(header);

        assertThat(trace.traceId()).hasSize(32).isNotEqualTo(ID);
        assertThat(trace.sampled()).isTrue();
    }
}
