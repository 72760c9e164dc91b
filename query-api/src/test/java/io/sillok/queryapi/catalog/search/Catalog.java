package io.sillok.queryapi.catalog.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.queryapi.stage.Data;
import io.sillok.queryapi.stage.Scale;
import io.sillok.queryapi.stage.Stage;
import io.sillok.queryapi.stage.StandIns;
import io.sillok.schemas.catalog.Item;
import io.sillok.schemas.catalog.ItemId;
import io.sillok.schemas.catalog.Post;
import io.sillok.schemas.catalog.PostId;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.money.Money;
import io.sillok.schemas.search.Hangul;
import io.sillok.schemas.wire.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Very many items, posts and talents as documents, as their projections would write them.
final class Catalog implements Data {

    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
    private static final List<String> STATES = List.of("중고", "새", "중고", "전시용", "중고");
    private static final List<String> THINGS =
            List.of(
                    "노트북",
                    "무선 이어폰",
                    "접이식 자전거",
                    "사무용 의자",
                    "미러리스 카메라",
                    "기계식 키보드",
                    "캠핑 텐트",
                    "커피 머신",
                    "전동 드릴",
                    "통기타",
                    "등산 배낭",
                    "공기청정기",
                    "전기 주전자",
                    "스탠드 조명",
                    "화이트보드",
                    "러닝화");
    private static final List<String> STORIES =
            List.of("출근 후기", "점심 맛집", "여행 일정", "독서 기록", "운동 일지", "육아 수다", "이직 준비", "자취 요리");

    @Override
    public void fill(Scale scale, Stage stage) {
        try (StandIns indices = indices(stage)) {
            indices.make();
            indices.fill("items", scale.items(), Catalog::item);
            indices.fill("posts", scale.posts(), Catalog::post);
            indices.fill("talents", scale.talents(), Catalog::talent);
            indices.takeOver();
        }
    }

    @Override
    public void empty(Stage stage) {
        try (StandIns indices = indices(stage)) {
            indices.leave();
        }
    }

    static StandIns indices(Stage stage) {
        return StandIns.of(stage.settings().openSearch(), List.of("items", "posts", "talents"));
    }

    static String thing(int number) {
        return of(THINGS, number);
    }

    /// The number of an item that is such a thing, another one for each `i`.
    static int numberOf(int thing, int i) {
        return (i * THINGS.size() + thing) * STATES.size();
    }

    /// An item by its number, which may be less than 0; every one that five divides is `중고`.
    static ObjectNode item(int n) {
        String title = of(STATES, n) + " " + of(THINGS, n / STATES.size()) + " " + Math.abs(n);
        Item item =
                new Item(
                        new ItemId(id("item", n)),
                        1,
                        title,
                        Optional.of("상태 좋은 물건입니다. 직거래를 원합니다. 번호 " + n),
                        new Money(Integer.toString(1_000 + Math.floorMod(n, 1_000)), "KRW"),
                        "seller-" + Math.floorMod(n, 5_000),
                        false,
                        FIRST.plusSeconds(n),
                        FIRST.plusSeconds(n));
        return document("item", item.id().value(), title, item.createdAt(), item)
                .put("description", item.description().orElseThrow())
                .put("price", item.price().value())
                .put("currency", item.price().currency())
                .put("owner", item.owner());
    }

    private static ObjectNode post(int n) {
        String title = of(STORIES, n) + " " + n;
        Post post =
                new Post(
                        new PostId(id("post", n)),
                        1,
                        title,
                        "<p>" + title + ": 오늘 있었던 일을 적는다.</p>",
                        "author-" + n % 1_000,
                        false,
                        FIRST.plusSeconds(n),
                        FIRST.plusSeconds(n));
        return document("post", post.id().value(), title, post.createdAt(), post)
                .put("text", title + ": 오늘 있었던 일을 적는다.")
                .put("owner", post.author());
    }

    private static ObjectNode talent(int n) {
        String name = of(List.of("김", "이", "박", "최", "정"), n) + "하늘 " + n;
        return document("talent", id("talent", n), name, FIRST.plusSeconds(n), Map.of("name", name))
                .put("description", "런웨이와 화보, 경력 " + n % 20 + "년")
                .put("price_per_hour", 10_000 + n % 500 * 1_000)
                .put("currency", "KRW")
                .put("is_available", n % 7 != 0);
    }

    private static ObjectNode document(
            String type, UUID id, String title, Instant created, Object state) {
        ObjectNode document =
                Json.object(Map.of("id", id, "version", 1, "withdrawn", false))
                        .put("type", type)
                        .put("title", title)
                        .put("initials", Hangul.initials(title))
                        .put("jamo", Hangul.letters(title))
                        .put("created_at", created.toString())
                        .put("updated_at", created.toString());
        document.set("state", Json.object(state));
        return document;
    }

    private static UUID id(String type, int n) {
        return Ids.named("scale/" + type + "/" + n);
    }

    private static String of(List<String> words, int n) {
        return words.get(Math.floorMod(n, words.size()));
    }
}
