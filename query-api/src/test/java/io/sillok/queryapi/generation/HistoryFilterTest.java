package io.sillok.queryapi.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sillok.platform.web.problems.ProblemException;
import io.sillok.queryapi.http.Parameters;
import io.sillok.schemas.generation.GenerationKind;
import io.sillok.schemas.generation.GenerationStatus;
import io.sillok.schemas.personal.UserId;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class HistoryFilterTest {

    private static final UserId ADA = new UserId(new UUID(1, 2));

    private final MultivaluedHashMap<String, String> parameters = new MultivaluedHashMap<>();

    private HistoryFilter filter() {
        Parameters query = new Parameters(parameters);
        HistoryFilter filter = HistoryFilter.of(ADA, query);
        query.orThrow();
        return filter;
    }

    @Test
    void showsEverythingUnlessItIsAsked() {
        assertThat(filter().owner()).isEqualTo(ADA);
        assertThat(filter().patterns()).isEmpty();
        assertThat(filter().status()).isEmpty();
    }

    @Test
    void looksForWordsByTheirLetters() {
        parameters.putSingle("q", "정렬 100%");

        assertThat(filter().patterns()).containsExactly("%ㅈㅓㅇㄹㅕㄹ%", "%100\\%%");
    }

    @Test
    void readsWords() {
        parameters.putSingle("kind", "completion");
        parameters.putSingle("status", "failed");

        assertThat(filter().kind()).hasValue(GenerationKind.COMPLETION);
        assertThat(filter().status()).hasValue(GenerationStatus.FAILED);
    }

    @Test
    void refusesWordsThatAreNone() {
        parameters.putSingle("kind", "poem");

        assertThatExceptionOfType(ProblemException.class).isThrownBy(this::filter);
    }
}
