package io.sillok.queryapi.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.queryapi.stage.Client;
import io.sillok.queryapi.stage.Client.Answer;
import io.sillok.queryapi.stage.Draft;
import io.sillok.queryapi.stage.Library;
import io.sillok.queryapi.stage.Stage;
import io.sillok.queryapi.stage.StageExtension;
import io.sillok.schemas.catalog.Category;
import io.sillok.schemas.catalog.Material;
import io.sillok.schemas.catalog.MaterialEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(StageExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SearchIT {

    private static final String LONG_TEXT =
            "신입 사원을 위한 안내서입니다. 회사의 <b>역사</b> & 문화를 소개합니다. "
                    + "모든 교육자료를 이 곳에서 찾을 수 있습니다. "
                    + "Kubernetes 클러스터를 운영하는 방법도 다룹니다. ".repeat(30)
                    + "마지막 장은 보안 수칙입니다.";

    private final Library library;
    private final Client reader;
    private final Category category;

    SearchIT(Stage stage) {
        library = stage.library();
        reader = stage.user("rita");
        category = library.category("찾기 " + UUID.randomUUID());
    }

    @BeforeAll
    void fill() {
        library.material(draft("온보딩 안내", "handbook.pdf", "application/pdf").saying(LONG_TEXT));
        library.material(
                draft("스프링부트 프로그래밍", "spring_boot_guide.pptx", "application/vnd.ms-powerpoint")
                        .about("Spring Boot programming basics")
                        .saying("의존성 주입과 자동 설정"));
        library.material(draft("교육자료", "plan.txt", "text/plain").saying("짧은 글"));
        library.material(
                draft("로그인 도움말", "login.txt", "text/plain")
                        .about("비밀번호를 잊었을 때")
                        .saying("새 비밀번호는 여덟 글자 이상입니다"));
        library.material(draft("에어팟 사용법", "airpods.txt", "text/plain").saying("블루투스 연결"));
        Material withdrawn =
                library.material(draft("교육자료 옛것", "old.txt", "text/plain").saying("옛것"));
        library.tell(withdrawn.id(), new MaterialEvent.Withdrawn(withdrawn.id()));
        library.received(draft("교육자료 검사 전", "new.txt", "text/plain"));
        library.project();
        Client caughtUp = reader.with("Consistency-Token", library.token());
        assertThat(caughtUp.get("/search", "q", "교육자료").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "자료, 교육자료",
        "교육자료를, 교육자료",
        "교육, 교육자료",
        "자료, 온보딩 안내",
        "육자료, 교육자료",
        "에어팟, 에어팟 사용법",
        "에어팟을, 에어팟 사용법",
        "안내서, 온보딩 안내",
        "kubernetes, 온보딩 안내",
        "kubernetse, 온보딩 안내",
        "클러스터 운영, 온보딩 안내",
        "보안수칙, 온보딩 안내",
        "programing, 스프링부트 프로그래밍",
        "프로그레밍, 스프링부트 프로그래밍",
        "spring guide, 스프링부트 프로그래밍",
        "spri, 스프링부트 프로그래밍",
        "의존성 주입, 스프링부트 프로그래밍",
        "ＳＰＲＩＮＧ, 스프링부트 프로그래밍",
        "김작가, 교육자료"
    })
    void finds(String query, String title) {
        assertThat(search(query).items("title")).contains(title);
    }

    @ParameterizedTest
    @CsvSource({"교육 블루투스", "zzzzqqqq", "옛것", "검사"})
    void findsNothing(String query) {
        assertThat(search(query).items("title")).isEmpty();
    }

    @Test
    void putsTheWholeTitleFirst() {
        assertThat(search("교육자료").items("title").getFirst()).isEqualTo("교육자료");
        assertThat(search("교육자료").items("title")).contains("온보딩 안내");
    }

    @Test
    void highlightsTitleAndTextAsSafeHtml() {
        JsonNode hit = search("자료").json().at("/items/0/highlights");
        assertThat(hit.path("title").asText()).isEqualTo("교육<em>자료</em>");
        JsonNode text = search("역사").json().at("/items/0/highlights/text");
        assertThat(text.path(0).asText())
                .contains("&lt;b&gt;<em>역사</em>&lt;&#x2F;b&gt; &amp; 문화")
                .hasSizeLessThan(400);
        assertThat(search("자료").text()).doesNotContain("\"text\":\"");
    }

    @Test
    void marksTouchingPartsOfACompoundAsOne() {
        JsonNode hit = search("교육자료").json().at("/items/0/highlights");
        assertThat(hit.path("title").asText()).isEqualTo("<em>교육자료</em>");
        JsonNode phrase = search("비밀번호").json().at("/items/0/highlights");
        assertThat(phrase.at("/description/0").asText()).isEqualTo("<em>비밀번호</em>를 잊었을 때");
        assertThat(phrase.at("/text/0").asText())
                .contains("새 <em>비밀번호</em>")
                .doesNotContain("</em><em>");
    }

    @Test
    void countsFacetsAsIfEachWereNotChosen() {
        Answer all = search("자료");
        assertThat(all.json().at("/facets/type/0/value").asText()).isEqualTo("material");
        Answer pdf =
                reader.get(
                        "/search",
                        "q",
                        "자료",
                        "category_id",
                        category.id().toString(),
                        "media_type",
                        "application/pdf");
        assertThat(pdf.items("title")).containsExactly("온보딩 안내");
        assertThat(counts(pdf, "media_type"))
                .containsExactlyInAnyOrder("application/pdf=1", "text/plain=1");
        assertThat(counts(pdf, "category_id")).containsExactly(category.id() + "=1");
        assertThat(pdf.text()).doesNotContain("\"status\"");
    }

    @Test
    void keepsToATime() {
        assertThat(search("자료", "from", "2100-01-01T00:00:00Z").items("id")).isEmpty();
        assertThat(search("자료", "to", "2020-01-01T00:00:00Z").items("id")).isEmpty();
        assertThat(search("자료", "from", "2020-01-01T00:00:00Z").items("id")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"relevance", "created_at", "-created_at", "title", "-title"})
    void isFollowedByCursorInEveryOrder(String sort) {
        List<String> whole = search("자료 안내", "sort", sort).items("id");
        List<String> byParts = new ArrayList<>();
        Optional<String> cursor = Optional.of("");
        while (cursor.isPresent()) {
            Answer part = search("자료 안내", "sort", sort, "size", "1", "cursor", cursor.get());
            byParts.addAll(part.items("id"));
            cursor = part.cursor();
        }
        assertThat(byParts).isEqualTo(whole).hasSizeGreaterThan(0);
    }

    @Test
    void isPagedByNumber() {
        Answer second = search("자료", "page", "2", "size", "1");
        assertThat(second.json().path("total").asInt()).isEqualTo(2);
        assertThat(second.items("id")).hasSize(1);
        assertThat(second.header("Link")).contains("rel=\"prev\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\\",
                "AND OR NOT",
                "(((",
                "title:x AND (y* OR /z/)",
                "*",
                "?",
                "~",
                "a~9999999999",
                "[1 TO *}",
                "{\"query\":{}}",
                "<script>alert(1)</script>",
                "' or 1=1 --",
                "😀",
                "\u0000",
                "\uFFFF",
                "ㅋㅋㅋ",
                "ㄱ",
                "!!! 자료 ???",
                "-자료",
                "\u202Eabc"
            })
    void neverFails(String query) {
        assertThat(search(query).status()).isEqualTo(200);
    }

    @Test
    void neverFailsOnLongQueries() {
        assertThat(search("가나다라마바사아자차카타파하 ".repeat(66)).status()).isEqualTo(200);
        assertThat(search("교육자료를활용한프로그래밍".repeat(70)).status()).isEqualTo(200);
        StringBuilder words = new StringBuilder();
        for (int i = 0; words.length() < 980; i++) {
            words.append("프로그래밍을").append(i).append(' ');
        }
        assertThat(search(words.toString()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"'', E4002 field-required", "'  ', E4002 field-required"})
    void wantsAQuery(String query, String problem) {
        assertThat(search(query).problem()).isEqualTo(problem);
    }

    @Test
    void refusesALongQuery() {
        Answer answer = search("x".repeat(5_000));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("E4001 query-too-long");
    }

    @Test
    void refusesToGoDeepByNumber() {
        assertThat(search("자료", "page", "101", "size", "100").status()).isEqualTo(400);
    }

    private static List<String> counts(Answer answer, String facet) {
        return answer.json()
                .path("facets")
                .path(facet)
                .valueStream()
                .map(f -> f.path("value").asText() + "=" + f.path("count").asInt())
                .toList();
    }

    private Draft draft(String title, String fileName, String mediaType) {
        return Draft.titled(title).file(fileName, mediaType).in(category.id());
    }

    private Answer search(String query, String... more) {
        List<String> all =
                new ArrayList<>(List.of("q", query, "category_id", category.id().toString()));
        all.addAll(List.of(more));
        return reader.get("/search", all.toArray(String[]::new));
    }
}
