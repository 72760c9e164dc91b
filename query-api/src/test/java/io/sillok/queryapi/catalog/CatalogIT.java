package io.sillok.queryapi.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.queryapi.stage.Client;
import io.sillok.queryapi.stage.Client.Answer;
import io.sillok.queryapi.stage.Draft;
import io.sillok.queryapi.stage.Library;
import io.sillok.queryapi.stage.Pictures;
import io.sillok.queryapi.stage.Stage;
import io.sillok.queryapi.stage.StageExtension;
import io.sillok.schemas.catalog.Category;
import io.sillok.schemas.catalog.CategoryEvent;
import io.sillok.schemas.catalog.Extract;
import io.sillok.schemas.catalog.Material;
import io.sillok.schemas.catalog.MaterialEvent;
import io.sillok.schemas.catalog.MaterialId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(StageExtension.class)
final class CatalogIT {

    private final Library library;
    private final Client reader;
    private final Client owner;
    private final Client editor;
    private final Client nobody;

    CatalogIT(Stage stage) {
        library = stage.library();
        reader = stage.user("rita");
        owner = stage.user("olga");
        editor = stage.editor();
        nobody = stage.nobody();
    }

    @Nested
    class Access {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/categories",
                    "/materials",
                    "/materials/0190a000-0000-7000-8000-000000000001/download",
                    "/search?q=x",
                    "/commands/0190a000-0000-7000-8000-000000000001",
                    "/audit"
                })
        void isRefusedWithoutAToken(String path) {
            Answer answer = nobody.get(path);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.problem()).isEqualTo("E4006 token-missing");
        }

        @ParameterizedTest
        @CsvSource({
            "/categories/x, category",
            "/categories/1-1-1-1-1, category",
            "/categories/0190a000-0000-7000-8000-000000000001, category",
            "/materials/1, material",
            "/materials/1-1-1-1-1, material",
            "/materials/0190a000-0000-7000-8000-000000000001, material",
            "/materials/0190a000-0000-7000-8000-00000000000g/download, material",
            "/materials/0190a000-0000-7000-8000-000000000001/download, material",
            "/materials/1-1-1-1-1/thumbnail, material",
            "/materials/0190a000-0000-7000-8000-000000000001/thumbnail, material",
            "/commands/x, command",
            "/commands/1-1-1-1-1, command",
            "/commands/0190a000-0000-7000-8000-000000000001, command"
        })
        void findsNothingUnderAnIdThatNobodyHas(String path, String kind) {
            Answer answer = reader.get(path);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.problem()).isEqualTo("E4007 " + kind + "-not-found");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/materials", "/search"})
        void refusesAParameterThatIsNoId(String path) {
            Answer answer = reader.get(path, "q", "x", "category_id", "1-1-1-1-1");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.problem()).isEqualTo("E4001 invalid-field");
        }
    }

    @Nested
    class Categories {

        @Test
        void areListedByNameWhileInUse() {
            Category second = library.category("가나 " + UUID.randomUUID());
            Category first = library.category("가가 " + UUID.randomUUID());
            Category gone = library.category("가다 " + UUID.randomUUID());
            library.tell(gone.id(), new CategoryEvent.Archived(gone.id()));
            library.project();
            Answer answer = reader.get("/categories", "size", "100");
            assertThat(answer.items("name"))
                    .containsSubsequence(first.name(), second.name())
                    .doesNotContain(gone.name());
            assertThat(reader.get("/categories/" + gone.id()).json().path("archived").asBoolean())
                    .isTrue();
        }

        @Test
        void areReadOnceAndNotSentAgain() {
            Category category = library.category("한번 " + UUID.randomUUID());
            library.project();
            Answer answer = reader.get("/categories/" + category.id());
            assertThat(answer.header("ETag")).isEqualTo("\"1\"");
            Answer again =
                    reader.with("If-None-Match", "W/\"0\", W/\"1\"")
                            .get("/categories/" + category.id());
            assertThat(again.status()).isEqualTo(304);
            assertThat(again.bytes()).isEmpty();
        }

        @Test
        void areFollowedByCursor() {
            String prefix = "힣" + UUID.randomUUID();
            Stream.of("a", "b", "c").forEach(name -> library.category(prefix + name));
            library.project();
            List<String> names = new ArrayList<>();
            Optional<String> cursor = Optional.of("");
            while (cursor.isPresent()) {
                Answer part = reader.get("/categories", "size", "2", "cursor", cursor.get());
                names.addAll(part.items("name"));
                cursor = part.cursor();
            }
            assertThat(names)
                    .doesNotHaveDuplicates()
                    .containsSubsequence(prefix + "a", prefix + "b", prefix + "c");
        }

        @Test
        void areRebuiltAsTheyWere() {
            Category before = library.category("이전 " + UUID.randomUUID());
            Category after =
                    library.tell(before.id(), new CategoryEvent.Renamed(before.id(), "이후"));
            library.project();
            String path = "/categories/" + before.id();
            Answer then = reader.get(path, "as_of", before.updatedAt().toString());
            assertThat(then.json().path("name").asText()).isEqualTo(before.name());
            assertThat(then.header("ETag")).isEqualTo("\"1\"");
            Answer now = reader.get(path, "as_of", after.updatedAt().toString());
            assertThat(now.json().path("name").asText()).isEqualTo("이후");
            assertThat(reader.get(path, "as_of", "2020-01-01T00:00:00Z").status()).isEqualTo(404);
            assertThat(reader.get(path, "as_of", "then").problem())
                    .isEqualTo("E4001 invalid-field");
        }
    }

    @Nested
    class Materials {

        @Test
        void areAnsweredWhole() {
            Category category = library.category("전체 " + UUID.randomUUID());
            Material material =
                    library.material(Draft.titled("모두 담은 자료").about("설명").in(category.id()));
            library.project();
            Answer answer = reader.get("/materials/" + material.id());
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("ETag")).isEqualTo("\"2\"");
            assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
            assertThat(answer.json().toString())
                    .contains(
                            "\"title\":\"모두 담은 자료\"",
                            "\"description\":\"설명\"",
                            "\"category_id\":\"" + category.id() + "\"",
                            "\"status\":\"clean\"",
                            "\"pages\":3",
                            "\"author\":\"김작가\"",
                            "\"has_thumbnail\":true",
                            "\"version\":2");
            assertThat(
                            reader.with("If-None-Match", "\"2\"")
                                    .get("/materials/" + material.id())
                                    .status())
                    .isEqualTo(304);
            assertThat(
                            reader.with("If-None-Match", "2")
                                    .get("/materials/" + material.id())
                                    .problem())
                    .isEqualTo("E4001 malformed-etag");
        }

        @Test
        void areForTheirOwnerAndCuratorsUntilTheyAreClean() {
            String word = "비밀" + UUID.randomUUID().toString().substring(0, 8);
            Material material = library.received(Draft.titled(word));
            library.project();
            String path = "/materials/" + material.id();
            assertThat(reader.get(path).problem()).isEqualTo("E4007 material-not-found");
            assertThat(owner.get(path).json().path("status").asText()).isEqualTo("received");
            assertThat(editor.get(path).status()).isEqualTo(200);
            assertThat(reader.get("/materials", "search", word).items("id")).isEmpty();
            assertThat(owner.get("/materials", "search", word).items("id"))
                    .containsExactly(material.id().toString());
            assertThat(editor.get("/materials", "search", word, "status", "received").items("id"))
                    .containsExactly(material.id().toString());
            assertThat(owner.get("/materials", "search", word, "status", "clean").items("id"))
                    .isEmpty();
        }

        @Test
        void areGoneForEverybodyWhenWithdrawn() {
            Material material = library.material(Draft.titled("물러난 자료"));
            var before = library.now();
            library.tell(material.id(), new MaterialEvent.Withdrawn(material.id()));
            library.project();
            String path = "/materials/" + material.id();
            assertThat(editor.get(path).status()).isEqualTo(404);
            assertThat(owner.get(path + "/download").status()).isEqualTo(404);
            assertThat(editor.get(path, "as_of", before.toString()).status()).isEqualTo(200);
            assertThat(reader.get(path, "as_of", before.toString()).status()).isEqualTo(404);
        }

        @ParameterizedTest
        @CsvSource({
            "자료, true",
            "육자, true",
            "'리더십 교육', true",
            "LEADER, true",
            "설명문, true",
            "'자 료', true",
            "지루, false",
            "'교육 지루', false",
            "'%', true",
            "'___', false",
            "'100%', true",
            "'200%', false"
        })
        void areFoundByTitleAndDescription(String search, boolean found) {
            Category category = library.category("검색 " + UUID.randomUUID());
            library.material(
                    Draft.titled("교육자료를 위한 리더십 (Leadership)")
                            .about("설명문입니다 100%")
                            .in(category.id()));
            library.project();
            Answer answer =
                    reader.get(
                            "/materials",
                            "search",
                            search,
                            "category_id",
                            category.id().toString());
            assertThat(answer.json().path("total").asInt()).isEqualTo(found ? 1 : 0);
        }

        @Test
        void areSortedAndPaged() {
            Category category = library.category("정렬 " + UUID.randomUUID());
            for (String title : List.of("나", "다", "가", "라", "마")) {
                library.material(Draft.titled(title).in(category.id()));
            }
            library.project();
            String id = category.id().toString();
            assertThat(titles(id, "-created_at")).containsExactly("마", "라", "가", "다", "나");
            assertThat(titles(id, "created_at")).containsExactly("나", "다", "가", "라", "마");
            assertThat(titles(id, "title")).containsExactly("가", "나", "다", "라", "마");
            assertThat(titles(id, "-title")).containsExactly("마", "라", "다", "나", "가");
            assertThat(titles(id, "-updated_at")).containsExactly("마", "라", "가", "다", "나");
            assertThat(titles(id, "updated_at")).containsExactly("나", "다", "가", "라", "마");
            Answer second =
                    reader.get(
                            "/materials",
                            "category_id",
                            id,
                            "sort",
                            "title",
                            "page",
                            "2",
                            "size",
                            "2");
            assertThat(second.items("title")).containsExactly("다", "라");
            assertThat(second.json().path("total").asInt()).isEqualTo(5);
            assertThat(second.json().path("pages").asInt()).isEqualTo(3);
            assertThat(second.json().path("has_next").asBoolean()).isTrue();
            assertThat(second.json().path("has_prev").asBoolean()).isTrue();
            assertThat(second.header("Link"))
                    .contains("rel=\"next\"", "rel=\"prev\"", "rel=\"last\"", "page=3");
        }

        @Test
        void areFollowedByCursorWhileOthersAreAdded() {
            Category category = library.category("커서 " + UUID.randomUUID());
            for (String title : List.of("1", "2", "3")) {
                library.material(Draft.titled(title).in(category.id()));
            }
            library.project();
            String id = category.id().toString();
            Answer first = reader.get("/materials", "category_id", id, "size", "2");
            assertThat(first.items("title")).containsExactly("3", "2");
            library.material(Draft.titled("4").in(category.id()));
            library.project();
            Answer second =
                    reader.get(
                            "/materials",
                            "category_id",
                            id,
                            "size",
                            "2",
                            "cursor",
                            first.json().path("next_cursor").asText());
            assertThat(second.items("title")).containsExactly("1");
            assertThat(second.json().path("has_next").asBoolean()).isFalse();
            assertThat(second.header("Link")).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "sort, name",
            "status, dirty",
            "category_id, 1",
            "page, 0",
            "size, 1000",
            "limit, -1",
            "cursor, abc"
        })
        void refuseWhatTheyDoNotUnderstand(String parameter, String value) {
            assertThat(reader.get("/materials", parameter, value).status()).isEqualTo(400);
        }

        private List<String> titles(String category, String sort) {
            return reader.get("/materials", "category_id", category, "sort", sort).items("title");
        }
    }

    @Nested
    class Download {

        private final Material material =
                library.material(
                        Draft.titled("내려받기")
                                .file("교육 자료 (최종).txt", "text/plain")
                                .saying("0123456789"));
        private final String path = "/materials/" + material.id() + "/download";
        private final String tag = "\"" + material.file().sha256() + "\"";

        Download() {
            library.project();
        }

        @Test
        void givesTheBytesUnderTheirName() {
            Answer answer = reader.get(path);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).isEqualTo("0123456789");
            assertThat(answer.header("Content-Type")).isEqualTo("text/plain");
            assertThat(answer.header("Content-Length")).isEqualTo("10");
            assertThat(answer.header("ETag")).isEqualTo(tag);
            assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Content-Disposition"))
                    .isEqualTo(
                            "attachment; filename=\"__ __ (__).txt\"; filename*=UTF-8''"
                                    + "%EA%B5%90%EC%9C%A1%20%EC%9E%90%EB%A3%8C%20"
                                    + "%28%EC%B5%9C%EC%A2%85%29.txt");
        }

        @Test
        void describesThemToHead() {
            Answer answer = reader.with("Range", "bytes=0-1").head(path);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.bytes()).isEmpty();
            assertThat(answer.header("Content-Length")).isEqualTo("10");
            assertThat(answer.header("ETag")).isEqualTo(tag);
        }

        @Test
        void givesARange() {
            Answer answer = reader.with("Range", "bytes=2-4").get(path);
            assertThat(answer.status()).isEqualTo(206);
            assertThat(answer.text()).isEqualTo("234");
            assertThat(answer.header("Content-Range")).isEqualTo("bytes 2-4/10");
            assertThat(answer.header("Content-Length")).isEqualTo("3");
        }

        @Test
        void givesTheEndOfIt() {
            assertThat(reader.with("Range", "bytes=-3").get(path).text()).isEqualTo("789");
            assertThat(reader.with("Range", "bytes=8-").get(path).text()).isEqualTo("89");
        }

        @Test
        void givesSeveralRanges() {
            Answer answer = reader.with("Range", "bytes=0-1,8-").get(path);
            assertThat(answer.status()).isEqualTo(206);
            assertThat(answer.header("Content-Type")).startsWith("multipart/byteranges;boundary=");
            assertThat(answer.text())
                    .contains("Content-Range: bytes 0-1/10\r\n\r\n01\r\n")
                    .contains("Content-Range: bytes 8-9/10\r\n\r\n89\r\n");
            assertThat(answer.header("Content-Length"))
                    .isEqualTo(Integer.toString(answer.bytes().length));
        }

        @Test
        void hasNoBytesBehindItsEnd() {
            Answer answer = reader.with("Range", "bytes=10-").get(path);
            assertThat(answer.status()).isEqualTo(416);
            assertThat(answer.header("Content-Range")).isEqualTo("bytes */10");
            assertThat(answer.problem()).isEqualTo("E4001 range-not-satisfiable");
        }

        @Test
        void givesARangeOnlyOfTheSameBytes() {
            Client ranged = reader.with("Range", "bytes=2-4");
            assertThat(ranged.with("If-Range", tag).get(path).status()).isEqualTo(206);
            assertThat(ranged.with("If-Range", "\"other\"").get(path).status()).isEqualTo(200);
            assertThat(ranged.with("If-Range", "Sun, 06 Nov 1994 08:49:37 GMT").get(path).status())
                    .isEqualTo(200);
        }

        @Test
        void isNotSentAgain() {
            Answer answer = reader.with("If-None-Match", "\"x\", " + tag).get(path);
            assertThat(answer.status()).isEqualTo(304);
            assertThat(answer.header("ETag")).isEqualTo(tag);
            assertThat(answer.bytes()).isEmpty();
        }

        @Test
        void failsClosed() {
            Material dirty = library.received(Draft.titled("감염"));
            library.tell(dirty.id(), new MaterialEvent.FoundInfected(dirty.id(), "Eicar"));
            library.project();
            String file = "/materials/" + dirty.id() + "/download";
            assertThat(owner.get(file).problem()).isEqualTo("E4008 file-not-clean");
            assertThat(editor.get(file).status()).isEqualTo(409);
            assertThat(reader.get(file).problem()).isEqualTo("E4007 material-not-found");
            assertThat(owner.get("/materials/" + dirty.id() + "/thumbnail").status())
                    .isEqualTo(409);
        }

        @Test
        void showsItsFirstPage() {
            Answer answer = reader.get("/materials/" + material.id() + "/thumbnail");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo("image/png");
            assertThat(answer.header("Cache-Control")).isEqualTo("private, max-age=3600");
            assertThat(answer.bytes()).isEqualTo(Pictures.png());
            assertThat(
                            reader.with("If-None-Match", answer.header("ETag"))
                                    .get("/materials/" + material.id() + "/thumbnail")
                                    .status())
                    .isEqualTo(304);
        }

        @Test
        void hasNoPictureWhereNoneWasMade() {
            MaterialId id = library.received(Draft.titled("그림 없음")).id();
            library.tell(id, new MaterialEvent.Cleared(id, Extract.NOTHING, Optional.empty()));
            library.project();
            assertThat(reader.get("/materials/" + id + "/thumbnail").problem())
                    .isEqualTo("E4007 thumbnail-not-found");
        }
    }
}
