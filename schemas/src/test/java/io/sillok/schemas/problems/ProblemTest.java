package io.sillok.schemas.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTest {

    @Test
    void has22Codes() {
        assertThat(ErrorCode.values()).hasSize(22);
    }

    @ParameterizedTest
    @EnumSource
    void namesTheCallersFaults4AndTheServers5(ErrorCode code) {
        assertThat(code.name()).isEqualTo("E" + code.status() / 100 + code.name().substring(2));
        assertThat(code.title()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Stale", "stale version", "stale_version", "-stale", "오래됨"})
    void refusesAReasonThatIsNotKebabCase(String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Problem.of(ErrorCode.E4009, reason, "Too late."));
    }

    @Test
    void copiesItsViolations() {
        List<Problem.Violation> violations = new ArrayList<>();
        Problem problem = new Problem(ErrorCode.E4001, "title-length", "Too long.", violations);

        violations.add(new Problem.Violation("title", "at most 200 characters"));

        assertThat(problem).isEqualTo(Problem.of(ErrorCode.E4001, "title-length", "Too long."));
    }
}
