package io.sillok.queryapi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sillok.platform.web.problems.ProblemException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ParametersTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T09:00:00Z, 2026-01-31T09:00:00Z",
        "2026-01-31T09:00:00+09:00, 2026-01-31T00:00:00Z",
        "2026-01-31T09:00:00 09:00, 2026-01-31T00:00:00Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z"
    })
    void understandTimes(String text, Instant time) {
        assertThat(query(text).time("x")).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-01-31",
                "2026-01-31T09:00:00",
                "0000-12-31T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "0001-01-01T00:00:00+14:00",
                "+10000-01-01T00:00:00Z",
                "9999-12-31T23:59:59-10:00"
            })
    void refuseWhatIsNoTimeOfFourDigitYears(String text) {
        Parameters query = query(text);

        assertThat(query.time("x")).isEmpty();
        assertThatThrownBy(query::orThrow).isInstanceOf(ProblemException.class);
    }

    @Test
    void refuseWhatNoTextInTheDatabaseHolds() {
        Parameters query = query("a\0b");

        var _ = query.literal("x", 9);

        assertThatThrownBy(query::orThrow).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false"})
    void knowYesAndNo(String text, boolean truth) {
        assertThat(query(text).truth("x")).contains(truth);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRUE", "1", "yes"})
    void refuseWhatIsNeitherYesNorNo(String text) {
        Parameters query = query(text);

        assertThat(query.truth("x")).isEmpty();
        assertThatThrownBy(query::orThrow).isInstanceOf(ProblemException.class);
    }

    private static Parameters query(String text) {
        return new Parameters(new MultivaluedHashMap<>(Map.of("x", text)));
    }
}
