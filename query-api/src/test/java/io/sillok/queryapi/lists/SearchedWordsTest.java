package io.sillok.queryapi.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SearchedWordsTest {

    @Test
    void haveThePiecesThatTheIndexKnows() {
        assertThat(words("새 의자 이어폰 무선이어폰").pieces())
                .containsExactly("새", "의자", "이어폰", "무선이", "선이어");
    }

    @Test
    void areNotCutInsideOfACharacter() {
        assertThat(words("😀😀a😀").pieces()).containsExactly("😀😀a", "😀a😀");
    }

    @Test
    void mayBeNone() {
        assertThat(words(" \t").isEmpty()).isTrue();
        assertThat(SearchedWords.of(Optional.empty()).isEmpty()).isTrue();
        assertThat(words("0").isEmpty()).isFalse();
    }

    private static SearchedWords words(String typed) {
        return SearchedWords.of(Optional.of(typed));
    }
}
