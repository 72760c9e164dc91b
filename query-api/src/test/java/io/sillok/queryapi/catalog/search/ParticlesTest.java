package io.sillok.queryapi.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ParticlesTest {

    @ParameterizedTest
    @CsvSource({
        "소화기의, 소화기",
        "교육자료를, 교육자료",
        "하늘이, 하늘",
        "회의에서는, 회의",
        "신입사원에게서, 신입사원",
        "에어팟으로, 에어팟",
        "고양이, 고양"
    })
    void areTakenOffTheEnd(String word, String noun) {
        assertThat(Particles.without(word)).contains(noun);
    }

    @ParameterizedTest
    @ValueSource(strings = {"회의", "을", "", "자료", "kafka를", "M3는", "ㅅㅇㅅㅇ", "에어팟"})
    void areNotWhatIsLeftOfShortOrOtherWords(String word) {
        assertThat(Particles.without(word)).isEmpty();
    }
}
