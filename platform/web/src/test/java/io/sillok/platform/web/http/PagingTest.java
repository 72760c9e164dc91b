package io.sillok.platform.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.problems.ErrorCode;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {

    private static Paging of(String query) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        for (String pair : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters.add(parts[0], parts.length == 2 ? parts[1] : "");
        }
        return Paging.of(parameters);
    }

    @Test
    void beginsAtTheFirstTwenty() {
        assertThat(of("q=x")).isEqualTo(new Paging(0, 20));
    }

    @Test
    void countsPagesFromOne() {
        assertThat(of("page=3&size=10")).isEqualTo(new Paging(20, 10));
        assertThat(of("page=3&size=10").page()).isEqualTo(3);
    }

    @Test
    void skipsAndLimits() {
        assertThat(of("skip=5&limit=100")).isEqualTo(new Paging(5, 100));
        assertThat(of("limit=7")).isEqualTo(new Paging(0, 7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=0",
                "page=x",
                "page=",
                "page=-1",
                "page=1.5",
                "page=99999999999",
                "size=0",
                "size=101",
                "skip=-1",
                "limit=0",
                "limit=101",
                "skip=1&page=1"
            })
    void refusesWhatIsOutOfRange(String query) {
        var refusal = catchThrowableOfType(ProblemException.class, () -> of(query));

        assertThat(refusal.problem().code()).isEqualTo(ErrorCode.E4001);
    }

    @Test
    void knowsWhetherMoreFollows() {
        assertThat(Page.of(new Paging(0, 2), List.of(1, 2), Total.exactly(5), true))
                .isEqualTo(new Page<>(List.of(1, 2), 5, true, 1, 2, 3, true, false));
        assertThat(Page.of(new Paging(4, 2), List.of(5), Total.exactly(5), false))
                .isEqualTo(new Page<>(List.of(5), 5, true, 3, 2, 3, false, true));
        assertThat(Page.of(new Paging(0, 2), List.of(), Total.exactly(0), false))
                .isEqualTo(new Page<>(List.of(), 0, true, 1, 2, 0, false, false));
    }

    @Test
    void hasAtLeastWhatItShows() {
        assertThat(Page.of(new Paging(2, 2), List.of(3, 4), Total.atLeast(10), true))
                .isEqualTo(new Page<>(List.of(3, 4), 10, false, 2, 2, 5, true, true));
        assertThat(Page.of(new Paging(10, 2), List.of(11, 12), Total.atLeast(10), true))
                .isEqualTo(new Page<>(List.of(11, 12), 13, false, 6, 2, 7, true, true));
        assertThat(Page.of(new Paging(12, 2), List.of(13), Total.atLeast(10), false))
                .isEqualTo(new Page<>(List.of(13), 13, false, 7, 2, 7, false, true));
    }
}
