package io.sillok.queryapi.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HighlightsTest {

    @Test
    void joinsMarksThatTouch() {
        Highlights highlights =
                Highlights.of(
                        Map.of(
                                "title",
                                List.of("<em>비밀</em><em>번호</em> <em>변경</em>"),
                                "text.bigram",
                                List.of("새 <em>비</em><em>밀</em><em>번</em>호")));

        assertThat(highlights.title()).contains("<em>비밀번호</em> <em>변경</em>");
        assertThat(highlights.text()).containsExactly("새 <em>비밀번</em>호");
    }

    @Test
    void takeBigramsOnlyWhereThereIsNothingElse() {
        Highlights highlights =
                Highlights.of(
                        Map.of(
                                "title",
                                List.of("<em>a</em>"),
                                "title.bigram",
                                List.of("<em>b</em>")));

        assertThat(highlights.title()).contains("<em>a</em>");
        assertThat(highlights.description()).isEmpty();
    }
}
