package io.sillok.queryapi.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.queryapi.stage.Client;
import io.sillok.queryapi.stage.Client.Answer;
import io.sillok.queryapi.stage.Projector;
import io.sillok.queryapi.stage.Stage;
import io.sillok.queryapi.stage.StageExtension;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.search.Hangul;
import io.sillok.schemas.wire.Json;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Search in many items and posts, and how long it takes. There are 20,000 items and a quarter as
/// many posts, because indexing takes its time; `-Dsillok.search.items=200000` asks for more.
@ExtendWith(StageExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SearchAtScaleIT {

    private static final int ITEMS = Integer.getInteger("sillok.search.items", 20_000);
    private static final int POSTS = ITEMS / 4;
    private static final int AT_ONCE = 5_000;
    private static final int CALLS = 100;
    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
    private static final List<String> THINGS =
            List.of("노트북", "무선 이어폰", "접이식 자전거", "사무용 의자", "미러리스 카메라");
    private static final List<String> STORIES = List.of("출근 후기", "점심 맛집", "여행 일정", "독서 기록");

    private final Projector projector;
    private final Client reader;

    SearchAtScaleIT(Stage stage) {
        this.projector = stage.library().projector();
        this.reader = stage.user("rita");
    }

    @BeforeAll
    void fill() {
        fill("items", ITEMS);
        fill("posts", POSTS);
        projector.refresh();
    }

    @AfterAll
    void empty() {
        projector.forget("items", ids("items", ITEMS));
        projector.forget("posts", ids("posts", POSTS));
        projector.refresh();
    }

    @ParameterizedTest
    @CsvSource({
        "/search, 노트북",
        "/search, 무선 이어폰 777",
        "/search, 여행 일정을 적는",
        "/search, 노트묵",
        "/search, ㄴㅌㅂ",
        "/search/suggest, 자전",
        "/search/suggest, ㅈㅈㄱ"
    })
    void answersThisFast(String path, String query) {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            long begun = System.nanoTime();
            Answer answer = reader.get(path, "q", query);
            times.add(System.nanoTime() - begun);
            assertThat(answer.items("title")).isNotEmpty();
        }
        List<Long> sorted = times.stream().sorted().toList();
        PrintStream out = System.out;
        out.printf(
                "[figures] %,d items, %,d posts: GET %s '%s' p50 %.1f ms, p99 %.1f ms%n",
                ITEMS,
                POSTS,
                path,
                query,
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 99 / 100) / 1e6);
    }

    private void fill(String index, int count) {
        for (int from = 0; from < count; from += AT_ONCE) {
            Map<String, ObjectNode> documents = new LinkedHashMap<>();
            for (int n = from; n < from + AT_ONCE; n++) {
                String id = id(index, n);
                documents.put(id, document(index, id, n));
            }
            projector.documents(index, documents);
        }
    }

    private static List<String> ids(String index, int count) {
        return IntStream.range(0, count).mapToObj(n -> id(index, n)).toList();
    }

    private static String id(String index, int n) {
        return Ids.named("scale/" + index + "/" + n).toString();
    }

    private static ObjectNode document(String index, String id, int n) {
        boolean isItem = index.equals("items");
        List<String> words = isItem ? THINGS : STORIES;
        String title = words.get(n % words.size()) + " " + n;
        ObjectNode document =
                Json.object(Map.of("id", id, "version", 1, "withdrawn", false))
                        .put("type", isItem ? "item" : "post")
                        .put("title", title)
                        .put("initials", Hangul.initials(title))
                        .put("jamo", Hangul.letters(title))
                        .put("owner", "scale")
                        .put("created_at", FIRST.plusSeconds(n).toString())
                        .put("updated_at", FIRST.plusSeconds(n).toString());
        return isItem
                ? document.put("price", 1_000 + n % 1_000).put("currency", "KRW")
                : document.put("text", "오늘 있었던 일을 적는다. 글 " + n);
    }
}
