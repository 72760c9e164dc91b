package io.sillok.queryapi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sillok.platform.web.http.Paging;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.problems.Problem;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UserListQueryTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();

    @Test
    void asksForEverybodyUnlessToldOtherwise() {
        assertThat(UserListQuery.of(parameters))
                .isEqualTo(
                        new UserListQuery(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                new NewestFirst(new Paging(0, 20), Optional.empty())));
    }

    @Test
    void looksForPartsOfNamesWhateverTheyHold() {
        parameters.putSingle("search", "Ada_100%");
        parameters.putSingle("role", "editor");
        parameters.putSingle("active", "false");

        UserListQuery query = UserListQuery.of(parameters);

        assertThat(query.pattern()).contains("%ada\\_100\\%%");
        assertThat(query.role()).contains(Role.EDITOR);
        assertThat(query.active()).contains(false);
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
                            var _ = UserListQuery.of(parameters);
                        });

        assertThat(refusal.problem().violations())
                .extracting(Problem.Violation::field)
                .containsExactly("search", "role", "active");
    }

    @Test
    void goesOnAfterTheLastOneShown() {
        UUID last = UUID.randomUUID();
        NewestFirst first = new NewestFirst(new Paging(0, 2), Optional.empty());
        parameters.putSingle("cursor", first.next(NOON, last));
        parameters.putSingle("size", "5");

        NewestFirst next = UserListQuery.of(parameters).part();

        assertThat(next.after()).contains(new NewestFirst.Place(NOON, last, 2));
        assertThat(next.paging()).isEqualTo(new Paging(2, 5));
        assertThat(next.offset()).isZero();
    }
}
