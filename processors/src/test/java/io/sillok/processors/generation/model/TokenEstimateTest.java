package io.sillok.processors.generation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenEstimateTest {

    @Test
    void countsFourLatinLettersAsOne() {
        assertThat(TokenEstimate.of("sort a list!")).isEqualTo(3);
    }

    @Test
    void countsEverySyllableOfHangul() {
        assertThat(TokenEstimate.of("정렬해 줘")).isEqualTo(5);
    }

    @Test
    void countsWhatIsAroundAMessage() {
        assertThat(TokenEstimate.of(List.of(new Message(Message.Speaker.USER, "sort"))))
                .isEqualTo(5);
    }

    @Test
    void countsNothingAsNothing() {
        assertThat(TokenEstimate.of("")).isZero();
    }
}
