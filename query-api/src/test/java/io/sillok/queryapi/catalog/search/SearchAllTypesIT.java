package io.sillok.queryapi.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.queryapi.stage.Client;
import io.sillok.queryapi.stage.Client.Answer;
import io.sillok.queryapi.stage.Draft;
import io.sillok.queryapi.stage.Stage;
import io.sillok.queryapi.stage.StageExtension;
import io.sillok.schemas.search.Hangul;
import io.sillok.schemas.wire.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One search over materials, items, posts and talents.
@ExtendWith(StageExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SearchAllTypesIT {

    private static final String THEN = "2025-05-05T05:05:05.123456Z";

    private final Stage stage;
    private final Client reader;

    SearchAllTypesIT(Stage stage) {
        this.stage = stage;
        this.reader = stage.user("rita");
    }

    @BeforeAll
    void fill() {
        stage.library()
                .material(
                        Draft.titled("물리치료 개론")
                                .in(stage.library().category("갈래 " + UUID.randomUUID()).id())
                                .file("물리치료.pdf", "application/pdf"));
        put("items", "물리치료 침대", item());
        put("items", "거둔 물리치료 기구", gone());
        put("posts", "물리치료 받은 이야기", post("어깨가 나았다"));
        put("posts", "거둔 물리치료 이야기", gone());
        put("posts", "오늘의 산책", post("물리치료 대신 걸었다"));
        put("talents", "김하늘", talent("물리치료 자격이 있는 모델"));
        put("talents", "거둔 하늘", gone());
        put("talents", "거둔 바다", left("거둔 바다"));
        stage.library().project();
        refresh();
    }

    @Test
    void findsEveryTypeAndNothingThatIsGone() {
        Answer found = search("물리치료");

        assertThat(found.items("title"))
                .containsExactlyInAnyOrder("물리치료 개론", "물리치료 침대", "물리치료 받은 이야기", "오늘의 산책", "김하늘");
        assertThat(found.items("title").indexOf("오늘의 산책")).isGreaterThan(2);
    }

    @Test
    void countsTypesAsIfNoneWereChosen() {
        Answer items = search("물리치료", "type", "item");

        assertThat(items.items("title")).containsExactly("물리치료 침대");
        assertThat(items.json().path("total").asInt()).isEqualTo(1);
        assertThat(counts(items, "type"))
                .containsExactly("post=2", "item=1", "material=1", "talent=1");
        assertThat(counts(items, "media_type")).isEmpty();
    }

    @Test
    void saysWhatAnItemCosts() {
        var item = search("물리치료", "type", "item").json().at("/items/0");

        assertThat(item.path("price").asText()).isEqualTo("129.90");
        assertThat(item.path("currency").asText()).isEqualTo("USD");
        assertThat(item.has("file_name")).isFalse();
        assertThat(item.has("initials")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"김하늘", "하늘", "ㄱㅎㄴ", "김하능", "물리치료 자격", "모델"})
    void findsATalent(String query) {
        Answer found = search(query, "type", "talent");

        assertThat(found.items("title")).containsExactly("김하늘");
        var talent = found.json().at("/items/0");
        assertThat(talent.path("type").asText()).isEqualTo("talent");
        assertThat(talent.path("price_per_hour").isIntegralNumber()).isTrue();
        assertThat(talent.path("price_per_hour").asLong()).isEqualTo(150_000);
        assertThat(talent.path("currency").asText()).isEqualTo("KRW");
        assertThat(talent.path("is_available").isBoolean()).isTrue();
        assertThat(talent.path("is_available").asBoolean()).isFalse();
        assertThat(talent.has("price")).isFalse();
        assertThat(talent.has("state")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"거둔 바다", "바다", "ㄱㄷ", "ㅂㄷ", "물리치료"})
    void neverFindsATalentWhoLeft(String query) {
        assertThat(search(query).items("title")).noneMatch(title -> title.startsWith("거둔"));
        assertThat(reader.get("/search/suggest", "q", query).items("title"))
                .noneMatch(title -> title.startsWith("거둔"));
    }

    @ParameterizedTest
    @CsvSource({
        "ㄱㅎㄴ, 김하늘",
        "김한, 김하늘",
        "ㅁㄹㅊㄹ, 물리치료 개론",
        "ㅁㄹㅊㄹㅊㄷ, 물리치료 침대",
        "ㅊㄷ, 물리치료 침대",
        "ㅁㄹㅊㄹ ㅇㅇㄱ, 물리치료 받은 이야기",
        "물리, 물리치료 개론",
        "물맃, 물리치료 개론",
        "ㅁ, 물리치료 개론",
        "무, 물리치료 개론",
        "침ㄷ, 물리치료 침대"
    })
    void suggestsTitles(String typed, String title) {
        Answer answer = reader.get("/search/suggest", "q", typed);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.items("title")).contains(title).noneMatch(t -> t.startsWith("거둔"));
    }

    @Test
    void suggestsEachTitleOnceAndOnlyOfTheTypeAskedFor() {
        put("items", "겹치는 제목", item());
        put("items", "겹치는 제목", item());
        put("posts", "겹치는 제목", post("글"));
        refresh();

        assertThat(reader.get("/search/suggest", "q", "겹치").items("title"))
                .containsExactly("겹치는 제목");
        assertThat(reader.get("/search/suggest", "q", "ㄱㅊㄴ", "type", "post").items("type"))
                .containsExactly("post");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "*", "😀", "\u0000", "title:x", "!!!", "가나다라마바사아자차카타파하"})
    void suggestsOrNotButNeverFails(String typed) {
        assertThat(reader.get("/search/suggest", "q", typed).status()).isEqualTo(200);
    }

    @Test
    void suggestsNothingToNonsense() {
        assertThat(reader.get("/search/suggest", "q", "").problem())
                .isEqualTo("E4002 field-required");
        assertThat(reader.get("/search/suggest", "q", "x".repeat(101)).problem())
                .isEqualTo("E4001 invalid-field");
        assertThat(reader.get("/search/suggest", "q", "x", "size", "21").status()).isEqualTo(400);
        assertThat(stage.nobody().get("/search/suggest", "q", "x").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "created_at, '나 정렬쪽지,다 정렬쪽지,가 정렬쪽지 하나,가 정렬쪽지 둘'",
        "-created_at, '가 정렬쪽지 둘,가 정렬쪽지 하나,다 정렬쪽지,나 정렬쪽지'",
        "title, '가 정렬쪽지 둘,가 정렬쪽지 하나,나 정렬쪽지,다 정렬쪽지'",
        "-title, '다 정렬쪽지,나 정렬쪽지,가 정렬쪽지 하나,가 정렬쪽지 둘'"
    })
    void isSortedAcrossTypes(String sort, String titles) {
        if (search("정렬쪽지").items("id").isEmpty()) {
            put("posts", "나 정렬쪽지", at("2025-05-05T05:05:05.000001Z", post("글")));
            put("items", "다 정렬쪽지", at("2025-05-05T05:05:05.000002Z", item()));
            put("talents", "가 정렬쪽지 하나", at("2025-05-06T00:00:00Z", talent("설명")));
            put("posts", "가 정렬쪽지 둘", at("2026-01-01T00:00:00Z", post("글")));
            refresh();
        }

        assertThat(search("정렬쪽지", "sort", sort).items("title"))
                .containsExactly(titles.split(",", -1));
    }

    @Test
    void isSortedByRelevanceUnlessItIsAskedForAnotherOrder() {
        put("posts", "다른 이야기", post("가끔 부엉이 생각을 하며 걷는다"));
        put("items", "부엉이", item());
        put("posts", "부엉이 이야기", post("부엉이"));
        refresh();

        Answer found = search("부엉이");

        assertThat(found.items("title")).containsExactly("부엉이", "부엉이 이야기", "다른 이야기");
        assertThat(found.items("score"))
                .isSortedAccordingTo(
                        Comparator.comparing(Double::valueOf, Comparator.reverseOrder()));
    }

    @Test
    void isFollowedByRelevanceInASnapshotWhileDocumentsAreAdded() {
        for (int i = 0; i < 23; i++) {
            put("posts", "연꽃 " + "길 ".repeat(i % 4), post("연꽃 ".repeat(1 + i % 5)));
        }
        refresh();
        List<String> all = search("연꽃", "size", "100").items("id");
        assertThat(all).hasSize(23);

        List<String> seen = new ArrayList<>();
        Optional<String> cursor = Optional.of("*");
        while (cursor.isPresent()) {
            Answer part = search("연꽃", "size", "4", "cursor", cursor.get());
            assertThat(part.status()).isEqualTo(200);
            assertThat(part.json().path("total").asInt()).isEqualTo(23);
            seen.addAll(part.items("id"));
            cursor = part.cursor();
            put("posts", "연꽃", post("연꽃 연꽃"));
            put("items", "연꽃 등", item());
            refresh();
        }

        assertThat(seen).isEqualTo(all);
        assertThat(search("연꽃", "size", "100").items("id")).hasSizeGreaterThan(23);
    }

    @ParameterizedTest
    @ValueSource(strings = {"created_at", "-created_at", "title", "-title"})
    void isFollowedInOrderWhileDocumentsAreAdded(String sort) {
        String word = "수국" + sort.replaceAll("[^a-z]", "") + (sort.startsWith("-") ? "뒤" : "앞");
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            made.add(put("posts", word + " " + i % 3, post("꽃")));
        }
        refresh();

        List<String> seen = new ArrayList<>();
        Optional<String> cursor = Optional.of("");
        while (cursor.isPresent()) {
            Answer part = search(word, "size", "2", "sort", sort, "cursor", cursor.get());
            seen.addAll(part.items("id"));
            cursor = part.cursor();
            if (seen.size() < 6) {
                put("posts", word + " 1", post("꽃"));
                refresh();
            }
        }

        assertThat(seen).doesNotHaveDuplicates().containsAll(made);
    }

    @Test
    void saysThatASnapshotIsGone() {
        Answer first = search("물리치료", "size", "1", "cursor", "*");
        String cursor = first.cursor().orElseThrow();
        Optional<String> next = Optional.of(cursor);
        while (next.isPresent()) {
            next = search("물리치료", "size", "2", "cursor", next.get()).cursor();
        }

        assertThat(search("물리치료", "size", "1", "cursor", cursor).problem())
                .isEqualTo("E4001 cursor-expired");
    }

    private Answer search(String query, String... more) {
        List<String> all = new ArrayList<>(List.of("q", query));
        all.addAll(List.of(more));
        return reader.get("/search", all.toArray(String[]::new));
    }

    private static List<String> counts(Answer answer, String facet) {
        return answer.json()
                .path("facets")
                .path(facet)
                .valueStream()
                .map(f -> f.path("value").asText() + "=" + f.path("count").asInt())
                .toList();
    }

    private String put(String index, String title, ObjectNode fields) {
        String id = UUID.randomUUID().toString();
        ObjectNode document =
                Json.object(Map.of("id", id, "version", 1))
                        .put("type", index.substring(0, index.length() - 1))
                        .put("created_at", THEN)
                        .put("updated_at", THEN);
        if (!fields.path("withdrawn").asBoolean()) {
            document.put("title", title)
                    .put("initials", Hangul.initials(title))
                    .put("jamo", Hangul.letters(title));
        }
        document.setAll(fields);
        stage.library().projector().document(index, id, document);
        return id;
    }

    /// What a read that has to be fresh does first.
    private void refresh() {
        stage.library().projector().refresh();
    }

    private static ObjectNode at(String time, ObjectNode document) {
        return document.put("created_at", time);
    }

    private static ObjectNode item() {
        return Json.object(
                Map.of("withdrawn", false, "price", 129.9, "currency", "USD", "owner", "olga"));
    }

    private static ObjectNode post(String text) {
        return Json.object(Map.of("withdrawn", false, "text", text, "owner", "olga"));
    }

    private static ObjectNode talent(String description) {
        return Json.object(
                Map.of(
                        "withdrawn",
                        false,
                        "description",
                        description,
                        "price_per_hour",
                        150_000,
                        "currency",
                        "KRW",
                        "is_available",
                        false));
    }

    /// With all there was to find, which no projection leaves: the filter alone has to do.
    private static ObjectNode left(String name) {
        return talent("물리치료")
                .put("withdrawn", true)
                .put("title", name)
                .put("initials", Hangul.initials(name))
                .put("jamo", Hangul.letters(name));
    }

    private static ObjectNode gone() {
        return Json.object(Map.of("withdrawn", true));
    }
}
