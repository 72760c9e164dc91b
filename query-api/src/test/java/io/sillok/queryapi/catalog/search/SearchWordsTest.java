package io.sillok.queryapi.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SearchWordsTest {

    @Test
    void splitsAtAnySpace() {
        assertThat(SearchWords.of("  교육\u3000자료\tplan\n").words())
                .containsExactly("교육", "자료", "plan");
    }

    @Test
    void joinsLettersThatWereTypedAsJamo() {
        assertThat(SearchWords.of("\u1100\u1161").words()).containsExactly("가");
    }

    @ParameterizedTest
    @ValueSource(strings = {"***", "?!", "( )", "\u0000\u0001", "😀", "\\ / \""})
    void hasNoWordsWhereNothingIsSaid(String text) {
        assertThat(SearchWords.of(text).words()).isEmpty();
    }

    @Test
    void keepsSignsWithinWords() {
        assertThat(SearchWords.of("C++ node.js -x title:y").words())
                .containsExactly("C++", "node.js", "-x", "title:y");
    }

    @Test
    void countsOnlyTheFirstWordsAndTheirFirstCharacters() {
        var many = SearchWords.of("가".repeat(500) + " b".repeat(1) + wordsFrom(0, 100));
        assertThat(many.words()).hasSize(SearchWords.MOST);
        assertThat(many.words().getFirst()).hasSize(SearchWords.LONGEST);
    }

    private static String wordsFrom(int from, int to) {
        StringBuilder words = new StringBuilder();
        for (int i = from; i < to; i++) {
            words.append(" w").append(i);
        }
        return words.toString();
    }
}
