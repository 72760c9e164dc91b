package io.sillok.schemas.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HangulTest {

    @ParameterizedTest
    @CsvSource({
        "신입사원, ㅅㅇㅅㅇ",
        "에어팟 프로, ㅇㅇㅍ ㅍㄹ ㅇㅇㅍㅍㄹ",
        "신입사원(교육), ㅅㅇㅅㅇ ㄱㅇ ㅅㅇㅅㅇㄱㅇ",
        "AI교육 2026, ㄱㅇ",
        "까치 똥, ㄲㅊ ㄸ ㄲㅊㄸ",
        "Kafka, ''"
    })
    void hasInitials(String text, String initials) {
        assertThat(Hangul.initials(text)).isEqualTo(initials);
        assertThat(Hangul.initials(Normalizer.normalize(text, Normalizer.Form.NFD)))
                .isEqualTo(initials);
    }

    @ParameterizedTest
    @CsvSource({"닭, ㄷㅏㄹㄱ", "과, ㄱㅗㅏ", "의원, ㅇㅡㅣㅇㅜㅓㄴ", "ㄳ, ㄱㅅ", "ㅅㅇㅅㅇ, ㅅㅇㅅㅇ", "Café, cafe", "ＡＩ, ai"})
    void isWrittenLetterByLetter(String word, String letters) {
        assertThat(Hangul.lettersOf(word)).isEqualTo(letters);
    }

    @ParameterizedTest
    @CsvSource({"고, 과", "달, 닭", "신이, 신입", "시, 신입", "각, 가구", "ㅅ, 신입"})
    void growsWhileItIsTyped(String soFar, String whole) {
        assertThat(Hangul.lettersOf(whole)).startsWith(Hangul.lettersOf(soFar));
    }

    @Test
    void isTakenApartWordByWordAndInARow() {
        assertThat(Hangul.letters("새 책!")).isEqualTo("ㅅㅐ ㅊㅐㄱ ㅅㅐㅊㅐㄱ");
        assertThat(Hangul.letters("책")).isEqualTo("ㅊㅐㄱ");
        assertThat(Hangul.letters(" … ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ㅅㅇㅅㅇ", "ㄱ", "ㄳ", "ㄲㅊ"})
    void knowsInitials(String typed) {
        assertThat(Hangul.areInitials(Hangul.lettersOf(typed))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "가", "ㅏ", "ㅅa", "신ㅇ", "a"})
    void knowsWhatIsMore(String typed) {
        assertThat(Hangul.areInitials(Hangul.lettersOf(typed))).isFalse();
    }
}
