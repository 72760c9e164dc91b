package io.sillok.platform.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sillok.platform.web.http.EntityTags.Any;
import io.sillok.platform.web.http.EntityTags.Listed;
import io.sillok.platform.web.problems.ProblemException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {

    private static Optional<EntityTags> parse(String... lines) {
        return EntityTags.parse("If-Match", List.of(lines));
    }

    private static Listed listed(String... lines) {
        return (Listed) parse(lines).orElseThrow();
    }

    @Test
    void areNoneWithoutHeader() {
        assertThat(parse()).isEmpty();
    }

    @Test
    void areAnyForAStar() {
        assertThat(parse(" * ")).contains(new Any());
    }

    @Test
    void nameVersions() {
        assertThat(listed(EntityTags.of(7)).strongVersions()).containsExactly(7L);
        assertThat(listed("\"7\", \"8\" ,\"7\"", "\"9\"").strongVersions())
                .containsExactly(7L, 8L, 9L);
    }

    @Test
    void matchStronglyOnlyWhatIsStrongAndOurs() {
        assertThat(
                        listed("W/\"7\", \"abc\", \"0\", \"07\", \"99999999999999999999\"")
                                .strongVersions())
                .isEmpty();
    }

    @Test
    void matchWeaklyWhatIsEqual() {
        assertThat(listed("W/\"7\", \"abc\"").matchesWeakly("7")).isTrue();
        assertThat(listed("W/\"7\", \"abc\"").matchesWeakly("8")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "7", "\"7", "\"7\"8", "\"7\" \"8\"", "w/\"7\"", "*, \"7\"", "\"a b\""})
    void refuseWhatIsMalformed(String header) {
        var refusal = catchThrowableOfType(ProblemException.class, () -> parse(header));

        assertThat(refusal.problem().reason()).isEqualTo("malformed-etag");
    }
}
