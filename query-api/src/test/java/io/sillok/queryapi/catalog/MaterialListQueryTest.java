package io.sillok.queryapi.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.queryapi.http.Cursor;
import io.sillok.schemas.envelope.Role;
import jakarta.ws.rs.core.MultivaluedHashMap;
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
        assertThat(query(Map.of()).sort()).isEqualTo(MaterialSort.NEWEST);
        assertThat(query(Map.of("sort", "-title")).sort()).isEqualTo(MaterialSort.TITLE_REVERSED);
    }

    @Test
    void foldsTheWordsThatAreSearchedFor() {
        MaterialFilter filter = query(Map.of("search", "  Plan　교육 plan ")).filter();
        assertThat(filter.folded()).isEqualTo("plan 교육");
        assertThat(filter.patterns()).containsExactly("%plan%", "%교육%");
    }

    @Test
    void takesNoCharacterForAWildcard() {
        assertThat(query(Map.of("search", "50%_\\")).filter().patterns())
                .containsExactly("%50\\%\\_\\\\%");
    }

    @Test
    void searchesForNothingWhenNothingIsSaid() {
        assertThat(query(Map.of("search", "\u0000")).filter().folded()).isEmpty();
    }

    @Test
    void goesOnInTheOrderOfTheCursor() {
        var cursor = new MaterialCursor(MaterialSort.TITLE, "가", ID, 40);
        MaterialListQuery query = query(Map.of("cursor", Cursor.write(cursor), "size", "10"));
        assertThat(query.sort()).isEqualTo(MaterialSort.TITLE);
        assertThat(query.paging().offset()).isEqualTo(40);
        assertThat(query.cursor()).contains(cursor);
    }

    @Test
    void refusesACursorOfAnotherOrder() {
        var cursor = new MaterialCursor(MaterialSort.TITLE, "가", ID, 40);
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

    private static MaterialListQuery query(Map<String, String> query) {
        return MaterialListQuery.of(ADA, new MultivaluedHashMap<>(query));
    }
}
