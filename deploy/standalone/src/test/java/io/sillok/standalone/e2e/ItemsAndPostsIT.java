package io.sillok.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.schemas.envelope.Role;
import io.sillok.standalone.stage.Answer;
import io.sillok.standalone.stage.Client;
import io.sillok.standalone.stage.OnEveryEngineHome;
import io.sillok.standalone.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Items and posts through both APIs.
@ClassTemplate
@ExtendWith(OnEveryEngineHome.class)
class ItemsAndPostsIT {

    private static final String ITEMS = "/api/v1/items";
    private static final String POSTS = "/api/v1/posts";

    private final Stage stage;
    private final Client owner;

    ItemsAndPostsIT(Stage stage) {
        this.stage = stage;
        this.owner = stage.client("owner", Role.USER);
    }

    private Answer offer(Client client, String title, String price) {
        Answer answer = client.post(ITEMS, Map.of("title", title, "price", price));
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer;
    }

    private Answer read(Client client, String path) {
        return client.get(path, "Consistency", "strong");
    }

    private static List<String> titles(Answer list) {
        assertThat(list.status()).as("%s", list).isEqualTo(200);
        return list.json().path("items").findValuesAsText("title");
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.reason()).isNotEmpty();
    }

    @Nested
    class Items {

        @Test
        void areOfferedChangedAndRemoved() {
            Answer made =
                    owner.post(
                            ITEMS,
                            Map.of("title", " 에어팟 프로 ", "description", "새것", "price", "359000.00"));
            assertThat(made.status()).as("%s", made).isEqualTo(201);
            String path = ITEMS + "/" + made.id();
            assertThat(made.required("Location")).endsWith(path);
            assertThat(made.json().path("title").asText()).isEqualTo("에어팟 프로");
            assertThat(made.json().path("price").asText()).isEqualTo("359000");
            assertThat(made.json().path("currency").asText()).isEqualTo("KRW");
            assertThat(made.json().path("owner").asText()).isEqualTo("owner");
            assertThat(read(stage.anonymous(), path).json()).isEqualTo(made.json());

            Answer changed =
                    owner.put(
                            path,
                            Map.of("title", "AirPods", "price", "249.9", "currency", "USD"),
                            "If-Match",
                            made.required("ETag"));
            assertThat(changed.status()).as("%s", changed).isEqualTo(200);
            assertThat(changed.json().path("price").asText()).isEqualTo("249.90");
            assertThat(changed.json().has("description")).isFalse();
            assertThat(read(stage.anonymous(), path).json()).isEqualTo(changed.json());

            assertThat(owner.delete(path).status()).isEqualTo(204);
            refused(read(stage.anonymous(), path), 404, "E4007");
            refused(owner.delete(path), 404, "E4007");
            stage.check(List.of());
        }

        @Test
        void areNotSentAgainToWhoHasThem() {
            Answer made = offer(owner, "한 번만", "1000");
            String path = ITEMS + "/" + made.id();
            String tag = read(owner, path).required("ETag");

            Answer again = stage.anonymous().get(path, "If-None-Match", tag);

            assertThat(again.status()).isEqualTo(304);
            assertThat(again.bytes()).isEmpty();
            assertThat(stage.anonymous().get(path, "If-None-Match", "\"99\"").status())
                    .isEqualTo(200);
        }

        @Test
        void areKeptBetweenReadsUntilTheyChange() {
            Answer made = offer(owner, "자주 읽히는 것", "1000");
            String path = ITEMS + "/" + made.id();
            assertThat(read(owner, path).json()).isEqualTo(made.json());
            double before = hits();

            for (int i = 0; i < 5; i++) {
                assertThat(owner.get(path).json()).isEqualTo(made.json());
            }

            assertThat(hits()).isGreaterThanOrEqualTo(before + 5);
            Answer changed = owner.put(path, Map.of("title", "다른 것", "price", "1000"));
            Awaitility.await()
                    .untilAsserted(
                            () -> assertThat(owner.get(path).json()).isEqualTo(changed.json()));
        }

        private double hits() {
            return owner.get("/metrics")
                    .text()
                    .lines()
                    .filter(line -> line.startsWith("sillok_cache_hits_total{cache=\"items\"}"))
                    .mapToDouble(line -> Double.parseDouble(line.split(" ", -1)[1]))
                    .sum();
        }

        @Test
        void areChangedOnlyByWhoSawTheLatest() {
            Answer made = offer(owner, "경합", "1000");
            String path = ITEMS + "/" + made.id();
            Map<String, String> body = Map.of("title", "경합 2", "price", "1000");
            assertThat(owner.put(path, body, "If-Match", "\"1\"").status()).isEqualTo(200);

            refused(owner.put(path, body, "If-Match", "\"1\""), 412, "E4009");
        }

        @Test
        void areFilteredAndSorted() {
            Client seller = stage.client("seller-" + UUID.randomUUID(), Role.USER);
            String mine =
                    ITEMS
                            + "?owner="
                            + offer(seller, "가 노트북", "900000").json().path("owner").asText();
            offer(seller, "나 마우스 100%", "30000");
            offer(seller, "다 노트북 가방", "50000");
            assertThat(
                            seller.post(
                                            ITEMS,
                                            Map.of("title", "라", "price", "5.5", "currency", "USD"))
                                    .status())
                    .isEqualTo(201);

            assertThat(titles(read(stage.anonymous(), mine)))
                    .containsExactly("라", "다 노트북 가방", "나 마우스 100%", "가 노트북");
            assertThat(titles(read(owner, mine + "&sort=title")))
                    .containsExactly("가 노트북", "나 마우스 100%", "다 노트북 가방", "라");
            assertThat(titles(read(owner, mine + "&sort=price")))
                    .containsExactly("나 마우스 100%", "다 노트북 가방", "가 노트북", "라");
            assertThat(titles(read(owner, mine + "&sort=-price")).getLast())
                    .isEqualTo("나 마우스 100%");
            assertThat(titles(read(owner, mine + "&min_price=50000&max_price=900000&sort=price")))
                    .containsExactly("다 노트북 가방", "가 노트북");
            assertThat(titles(read(owner, mine + "&currency=USD&max_price=5.50")))
                    .containsExactly("라");
            assertThat(titles(read(owner, mine + "&search=" + Stage.encoded("노트북 가"))))
                    .containsExactly("다 노트북 가방", "가 노트북");
            assertThat(titles(read(owner, mine + "&search=" + Stage.encoded("0%"))))
                    .containsExactly("나 마우스 100%");
            assertThat(titles(read(owner, mine + "&from=2100-01-01T00:00:00Z"))).isEmpty();
            assertThat(titles(read(owner, mine + "&to=2100-01-01T00:00:00Z"))).hasSize(4);
        }

        @ParameterizedTest
        @CsvSource({
            "price",
            "-price",
            "title",
            "-title",
            "created_at",
            "-created_at",
            "updated_at"
        })
        void areFollowedByCursorWhileOthersAreAdded(String sort) {
            Client seller = stage.client("seller-" + UUID.randomUUID(), Role.USER);
            List<String> made = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                made.add(offer(seller, "물건 " + i % 3, Integer.toString(100 + i % 2)).id());
            }
            String list =
                    ITEMS + "?size=2&sort=" + sort + "&search=" + Stage.encoded("물건") + "&owner=";
            list += read(owner, ITEMS + "/" + made.getFirst()).json().path("owner").asText();

            List<String> seen = new ArrayList<>();
            Optional<String> cursor = Optional.empty();
            do {
                Answer part =
                        read(owner, list + cursor.map(place -> "&cursor=" + place).orElse(""));
                assertThat(part.json().path("total").asLong()).isEqualTo(7);
                seen.addAll(part.json().path("items").findValuesAsText("id"));
                cursor =
                        Optional.of(part.json().path("next_cursor"))
                                .filter(JsonNode::isTextual)
                                .map(JsonNode::asText);
                offer(owner, "물건 1", "100");
            } while (cursor.isPresent());

            assertThat(seen).containsExactlyInAnyOrderElementsOf(made);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{}|E4002",
                    "{\"title\":\"t\"}|E4002",
                    "{\"price\":\"1\"}|E4002",
                    "{\"title\":\"t\",\"price\":1}|E4001",
                    "{\"title\":\"t\",\"price\":\"0\"}|E4001",
                    "{\"title\":\"t\",\"price\":\"-1\"}|E4001",
                    "{\"title\":\"t\",\"price\":\"1e9\"}|E4001",
                    "{\"title\":\"t\",\"price\":\"0.5\"}|E4001",
                    "{\"title\":\"t\",\"price\":\"1\",\"currency\":\"krw\"}|E4001",
                    "{\"title\":\" \",\"price\":\"1\"}|E4001",
                    "{\"title\":\"t\",\"price\":\"1\",\"owner\":\"me\"}|E4001"
                })
        void areRefusedInBadForm(String body, String code) {
            long events = stage.countEvents();

            refused(owner.post(ITEMS, body), 400, code);

            assertThat(stage.countEvents()).isEqualTo(events);
        }

        @ParameterizedTest
        @CsvSource({
            "sort=colour",
            "min_price=x",
            "max_price=-1",
            "currency=xx",
            "from=today",
            "cursor=x",
            "size=101"
        })
        void areNotListedByNonsense(String query) {
            refused(owner.get(ITEMS + "?" + query), 400, "E4001");
        }
    }

    @Nested
    class Posts {

        @Test
        void arePublishedCleanEditedAndRetracted() {
            Answer made =
                    owner.post(
                            POSTS,
                            Map.of(
                                    "title",
                                    "첫날",
                                    "content",
                                    "<p onclick='x()'>설렌다</p><script>alert(1)</script>"));
            assertThat(made.status()).as("%s", made).isEqualTo(201);
            String path = POSTS + "/" + made.id();
            assertThat(made.json().path("content").asText()).isEqualTo("<p>설렌다</p>");
            assertThat(made.json().path("author").asText()).isEqualTo("owner");
            assertThat(read(owner, path).json()).isEqualTo(made.json());
            refused(stage.anonymous().get(path), 401, "E4006");

            Answer edited = owner.put(path, Map.of("title", "둘째 날", "content", "1 < 2"));
            assertThat(edited.json().path("content").asText()).isEqualTo("1 &lt; 2");
            assertThat(read(owner, path).required("ETag")).isEqualTo(edited.required("ETag"));

            assertThat(stage.admin().delete(path).status()).isEqualTo(204);
            refused(read(owner, path), 404, "E4007");
            stage.check(List.of());
        }

        @Test
        void areListed() {
            Client author = stage.client("author-" + UUID.randomUUID(), Role.USER);
            Answer first = author.post(POSTS, Map.of("title", "가을 소식", "content", "단풍"));
            author.post(POSTS, Map.of("title", "겨울 소식", "content", "눈"));
            String mine = POSTS + "?author=" + first.json().path("author").asText();

            assertThat(titles(read(owner, mine))).containsExactly("겨울 소식", "가을 소식");
            assertThat(titles(read(owner, mine + "&sort=title&size=1"))).containsExactly("가을 소식");
            assertThat(titles(read(owner, mine + "&search=" + Stage.encoded("겨울"))))
                    .containsExactly("겨울 소식");
            assertThat(titles(read(owner, mine + "&to=2020-01-01T00:00:00Z"))).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"title\":\"t\"}|E4002",
                    "{\"title\":\"t\",\"content\":\" \"}|E4002",
                    "{\"title\":\"t\",\"content\":\"<script>1</script>\"}|E4001",
                    "{\"title\":\"t\",\"content\":\"c\",\"author\":\"me\"}|E4001"
                })
        void areRefusedInBadForm(String body, String code) {
            long events = stage.countEvents();

            refused(owner.post(POSTS, body), 400, code);

            assertThat(stage.countEvents()).isEqualTo(events);
        }

        @Test
        void areRefusedWhenTheyAreTooLong() {
            refused(
                    owner.post(POSTS, Map.of("title", "t", "content", "가".repeat(50_001))),
                    400,
                    "E4001");
            Answer most = owner.post(POSTS, Map.of("title", "t", "content", "가".repeat(50_000)));
            assertThat(most.status()).as("%s", most).isEqualTo(201);
        }
    }
}
