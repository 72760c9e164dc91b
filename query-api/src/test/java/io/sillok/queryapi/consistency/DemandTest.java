package io.sillok.queryapi.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sillok.platform.kafka.ConsistencyToken;
import io.sillok.platform.kafka.LogEpoch;
import io.sillok.platform.kafka.LogPosition;
import io.sillok.platform.web.problems.ProblemException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DemandTest {

    private static final ConsistencyToken ONE = token(1);
    private static final ConsistencyToken TWO = token(2);
    private static final ConsistencyToken THREE = token(3);

    @Test
    void isNothingWithoutHeaders() {
        assertThat(Demand.parse(List.of(), List.of(), List.of()).isNothing()).isTrue();
        assertThat(Demand.parse(List.of(""), List.of("eventual"), List.of()).isNothing()).isTrue();
    }

    @Test
    void readsTokensFromLinesAndLists() {
        var demand = Demand.parse(List.of(ONE + ", " + TWO, THREE.format()), List.of(), List.of());
        assertThat(demand.tokens()).containsExactly(ONE, TWO, THREE);
    }

    @Test
    void readsStrongAndLenient() {
        var demand =
                Demand.parse(List.of(), List.of("strong"), List.of("wait=1, handling=lenient"));
        assertThat(demand.strong()).isTrue();
        assertThat(demand.lenient()).isTrue();
        assertThat(demand.isNothing()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "djF8", "한글", "djF8aGVyZXx0b3BpY3wwfC0x"})
    void refusesWhatIsNoToken(String text) {
        assertReason("consistency-token-invalid", List.of(text), List.of());
    }

    @Test
    void refusesTooManyTokens() {
        assertReason("consistency-token-invalid", Collections.nCopies(17, ONE.format()), List.of());
    }

    @Test
    void refusesAnUnknownConsistency() {
        assertReason("consistency-unknown", List.of(), List.of("causal"));
    }

    private static void assertReason(String reason, List<String> tokens, List<String> consistency) {
        assertThatThrownBy(() -> Demand.parse(tokens, consistency, List.of()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().reason()).isEqualTo(reason));
    }

    private static ConsistencyToken token(long offset) {
        return ConsistencyToken.of(new LogEpoch("here"), new LogPosition("events", 0, offset));
    }
}
