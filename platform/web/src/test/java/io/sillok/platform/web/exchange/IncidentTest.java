package io.sillok.platform.web.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class IncidentTest {

    private static final Instant LATE = Instant.parse("2026-01-31T23:59:59Z");

    @Test
    void namesTheDayInUtcAndANumber() {
        Clock seoul = Clock.fixed(LATE, ZoneId.of("Asia/Seoul"));

        assertThat(Incident.now(seoul).id()).matches("INC-20260131-[0-9A-F]{8}");
    }

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(Incident.of(LATE, "a")).isEqualTo(Incident.of(LATE, "a"));
        assertThat(Incident.of(LATE, "a")).isNotEqualTo(Incident.of(LATE, "b"));
    }
}
