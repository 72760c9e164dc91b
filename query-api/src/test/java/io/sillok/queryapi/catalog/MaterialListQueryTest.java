package io.sillok.queryapi.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.http.Total;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.queryapi.http.Cursor;
import io.sillok.queryapi.lists.ListQuery;
import io.sillok.queryapi.lists.Place;
import io.sillok.queryapi.lists.SearchedWords;
import io.sillok.schemas.catalog.MaterialResource;
import io.sillok.schemas.envelope.Role;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MaterialListQueryTest {

    private static final Caller ADA = new Caller("ada", Set.of(Role.USER), Set.of());
    private static final UUID ID = UUID.fromString("0190a000-0000-7000-8000-000000000001");

    @Test
    void showsTheNewestFirstUnlessAskedOtherwise() {
        assertThat(query(Map.of()).order().word()).isEqualTo("-created_at");
        assertThat(query(Map.of("sort", "-title")).order().word()).isEqualTo("-title");
    }

    @Test
    void foldsTheWordsThatAreSearchedFor() {
        SearchedWords words = query(Map.of("search", "  Plan　교육 plan ")).filter().search();
        assertThat(words.folded()).isEqualTo("plan 교육");
        assertThat(words.patterns()).containsExactly("%plan%", "%교육%");
    }

    @Test
    void takesNoCharacterForAWildcard() {
        assertThat(query(Map.of("search", "50%_\\")).filter().search().patterns())
                .containsExactly("%50\\%\\_\\\\%");
    }

    @Test
    void searchesForNothingWhenNothingIsSaid() {
        assertThat(query(Map.of("search", "\u0000")).filter().search().folded()).isEmpty();
    }

    @Test
    void goesOnInTheOrderOfTheCursor() {
        var cursor = new Place("title", List.of("가"), ID, 40, Total.exactly(99));
        ListQuery<MaterialFilter, MaterialResource> query =
                query(Map.of("cursor", Cursor.write(cursor), "size", "10"));
        assertThat(query.order().word()).isEqualTo("title");
        assertThat(query.paging().offset()).isEqualTo(40);
        assertThat(query.from()).contains(cursor);
    }

    @Test
    void refusesACursorOfAnotherOrder() {
        var cursor = new Place("title", List.of("가"), ID, 40, Total.exactly(99));
        assertThatThrownBy(
                        () -> query(Map.of("cursor", Cursor.write(cursor), "sort", "created_at")))
                .isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "category_id, x",
        "status, dirty",
        "sort, name",
        "page, 0",
        "size, 101",
        "cursor, eyJzb3J0IjoiTkVXRVNUIiwia2V5IjoieCIsImlkIjoiMCIsIm9mZnNldCI6MH0"
    })
    void refusesWhatItDoesNotUnderstand(String parameter, String value) {
        assertThatThrownBy(() -> query(Map.of(parameter, value)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code().name()).isEqualTo("E4001"));
    }

    private static ListQuery<MaterialFilter, MaterialResource> query(Map<String, String> query) {
        return MaterialQueries.asked(ADA, new MultivaluedHashMap<>(query));
    }
}
