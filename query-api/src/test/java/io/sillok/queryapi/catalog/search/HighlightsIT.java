package io.sillok.queryapi.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.queryapi.stage.Client;
import io.sillok.queryapi.stage.Client.Answer;
import io.sillok.queryapi.stage.Draft;
import io.sillok.queryapi.stage.Stage;
import io.sillok.queryapi.stage.StageExtension;
import io.sillok.schemas.catalog.Category;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Marks stand exactly around what matched, also where analysis takes words apart, drops endings or
/// writes characters in another form, and behind characters of two code units.
@ExtendWith(StageExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HighlightsIT {

    private static final String TITLE = "🎓 신입사원 안전교육자료 (개정판)";
    private static final String DESCRIPTION = "ＡＢＣ전자의 에어팟을 빌려 大學校에서 발표했다";
    private static final String TEXT =
            """
            🧯🧯 소화기의 위치를 확인합니다. 학습자료를 나누어 주었다.
            무선이어폰으로 강의를 듣는 졸업생에게 𝒮pring 부트를 가르칩니다.
            협력업체에서는 <b>Kubernetes</b>를 씁니다 & 데이터분석도 합니다.
            """;

    private final Client reader;
    private final Category category;

    HighlightsIT(Stage stage) {
        this.reader = stage.user("rita");
        this.category = stage.library().category("표시 " + UUID.randomUUID());
        stage.library()
                .material(Draft.titled(TITLE).about(DESCRIPTION).in(category.id()).saying(TEXT));
        stage.library().project();
        stage.library().projector().refresh();
    }

    @BeforeAll
    void isFound() {
        assertThat(marked("안전교육자료")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "신입사원, 🎓 <em>신입사원</em> 안전교육자료 (개정판)",
        "안전교육, 🎓 신입사원 <em>안전교육</em>자료 (개정판)",
        "자료를, 🎓 신입사원 안전교육<em>자료</em> (개정판)",
        "개정판, 🎓 신입사원 안전교육자료 (<em>개정판</em>)"
    })
    void ofTitlesAreExact(String query, String title) {
        assertThat(highlights(query).path("title").asText()).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource({
        "소화기, 🧯🧯 <em>소화기</em>의 위치를",
        "위치, 소화기의 <em>위치</em>를 확인",
        "자료, 학습<em>자료</em>를 나누어",
        "학습자료를, <em>학습자료</em>를 나누어",
        "이어폰, 무선<em>이어폰</em>으로 강의를",
        "무선이어폰, <em>무선이어폰</em>으로 강의를",
        "졸업생, 듣는 <em>졸업생</em>에게",
        "부트, pring <em>부트</em>를 가르칩니다",
        "협력업체, <em>협력업체</em>에서는",
        "kubernetes, &lt;b&gt;<em>Kubernetes</em>&lt;",
        "데이터, &amp; <em>데이터</em>분석도",
        "분석, 데이터<em>분석</em>도",
        "에어팟, 전자의 <em>에어팟</em>을 빌려",
        "abc, <em>ＡＢＣ</em>전자의",
        "대학, 빌려 <em>大學</em>校에서",
        "발표, <em>발표</em>했다"
    })
    void ofTextAreExact(String query, String marked) {
        assertThat(marked(query)).anySatisfy(part -> assertThat(part).contains(marked));
    }

    @Test
    void changeNothingButAddMarks() {
        String all = TITLE + DESCRIPTION + TEXT + "plan.txt";
        for (String query :
                List.of("학습자료를 나누어", "교육 안전", "무선 이어폰 강의", "에어팟을 大學校", "소화기 데이터분석", "신잎사원")) {
            assertThat(marked(query))
                    .as(query)
                    .isNotEmpty()
                    .allSatisfy(part -> assertThat(all).contains(plain(part)));
        }
    }

    private static String plain(String html) {
        return html.replace("<em>", "")
                .replace("</em>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#x2F;", "/")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    private List<String> marked(String query) {
        JsonNode highlights = highlights(query);
        return Stream.of("title", "file_name", "description", "text")
                .map(highlights::path)
                .flatMap(
                        field ->
                                field.isArray()
                                        ? field.valueStream()
                                        : Stream.of(field).filter(JsonNode::isTextual))
                .map(JsonNode::asText)
                .toList();
    }

    private JsonNode highlights(String query) {
        Answer answer = reader.get("/search", "q", query, "category_id", category.id().toString());
        assertThat(answer.items("id")).as(query).hasSize(1);
        return answer.json().at("/items/0/highlights");
    }
}
