package io.sillok.queryapi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sillok.platform.web.http.Paging;
import io.sillok.platform.web.http.Total;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.queryapi.http.Cursor;
import io.sillok.queryapi.lists.Place;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.problems.Problem;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UserFilterTest {

    private static final UUID LAST = UUID.fromString("0190a000-0000-7000-8000-000000000001");

    private final MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();

    @Test
    void asksForEverybodyUnlessToldOtherwise() {
        assertThat(UserQueries.asked(parameters).filter())
                .isEqualTo(new UserFilter(Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(UserQueries.asked(parameters).paging()).isEqualTo(new Paging(0, 20));
    }

    @Test
    void looksForPartsOfNamesWhateverTheyHold() {
        parameters.putSingle("search", "Ada_100%");
        parameters.putSingle("role", "editor");
        parameters.putSingle("active", "false");

        UserFilter filter = UserQueries.asked(parameters).filter();

        assertThat(filter.pattern()).contains("%ada\\_100\\%%");
        assertThat(filter.role()).contains(Role.EDITOR);
        assertThat(filter.active()).contains(false);
    }

    @Test
    void namesEveryParameterThatIsWrong() {
        parameters.putSingle("role", "king");
        parameters.putSingle("active", "perhaps");
        parameters.putSingle("search", "x".repeat(201));

        ProblemException refusal =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> {
                            var _ = UserQueries.asked(parameters);
                        });

        assertThat(refusal.problem().violations())
                .extracting(Problem.Violation::field)
                .containsExactly("search", "role", "active");
    }

    @Test
    void isOfOneOrderWhateverIsAsked() {
        parameters.putSingle("sort", "email");

        assertThat(UserQueries.asked(parameters).order().word()).isEqualTo("-created_at");
    }

    @Test
    void goesOnAfterTheLastOneShown() {
        Place place =
                new Place(
                        "-created_at", List.of("2026-11-21T12:00:00Z"), LAST, 2, Total.exactly(9));
        parameters.putSingle("cursor", Cursor.write(place));
        parameters.putSingle("size", "5");

        assertThat(UserQueries.asked(parameters).from()).contains(place);
        assertThat(UserQueries.asked(parameters).paging()).isEqualTo(new Paging(2, 5));
    }
}
