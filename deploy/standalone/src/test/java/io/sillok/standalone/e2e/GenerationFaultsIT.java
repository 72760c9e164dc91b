package io.sillok.standalone.e2e;

import static io.sillok.standalone.stage.Coder.TO_THE_END;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.sandbox.SandboxSettings;
import io.sillok.standalone.stage.Answer;
import io.sillok.standalone.stage.Coder;
import io.sillok.standalone.stage.Figures;
import io.sillok.standalone.stage.OnEveryEngineHome;
import io.sillok.standalone.stage.Stage;
import io.sillok.standalone.stage.Together;
import io.sillok.standalone.stage.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Models that are not well, and what those are told who asked.
@ClassTemplate
@ExtendWith(OnEveryEngineHome.class)
class GenerationFaultsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stage stage;
    private final Coder ada;

    GenerationFaultsIT(Stage stage) {
        this.stage = stage;
        this.ada = Coder.fresh(stage);
    }

    @ParameterizedTest
    @CsvSource({
        "fault-429@7, 503, E5004, model-rate-limited, 7",
        "fault-500, 503, E5004, model-failing, 10",
        "fault-garbage, 503, E5004, model-garbage, 10",
        "fault-empty, 503, E5004, model-empty, 1",
        "fault-cut@5, 503, E5004, model-cut, 1",
        "fault-stall@5, 504, E5001, model-timed-out, 10"
    })
    void areToldWithCodeReasonIncidentAndAdvice(
            String fault, int status, String code, String reason, String retryAfter) {
        haveGoodCallsBetween();

        Answer answer = ada.ask("Fail: " + fault, ada.agent("each-1:" + fault));

        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.reason()).isEqualTo(reason);
        assertThat(answer.required("Retry-After")).isEqualTo(retryAfter);
        String incident = answer.json().path("incident_id").asText();
        assertThat(incident).matches("INC-\\d{8}-[0-9A-F]{8}");
        JsonNode failed =
                ada.client()
                        .get("/api/v1/history?status=failed", "Consistency", "strong")
                        .json()
                        .at("/items/0");
        assertThat(failed.path("incident_id").asText()).isEqualTo(incident);
        assertThat(ada.budget().path("reserved").asLong()).isZero();
    }

    @Test
    void areToldInTheStreamWhenItHasBegun() {
        Told told = ada.stream("Break off", ada.agent("each-5:fault-cut@20"), TO_THE_END);

        assertThat(told.tokens()).isNotEmpty();
        assertThat(told.last().name()).isEqualTo("error");
        assertThat(told.last().data().path("code").asText()).isEqualTo("E5004");
        assertThat(told.last().data().path("reason").asText()).isEqualTo("model-cut");
        assertThat(told.last().data().path("retry_after").asInt()).isEqualTo(1);
        assertThat(told.last().data().path("incident_id").asText())
                .isEqualTo(ada.generation(told.generation()).path("incident_id").asText());
        Told again = ada.follow(told.generation());
        assertThat(again.last().data().path("incident_id"))
                .isEqualTo(told.last().data().path("incident_id"));
    }

    @Test
    void areLeftAloneForAWhileAndAskedAgain() {
        stage.model().set(Stage.QUICK.with("fault=500"));
        List<String> reasons = new ArrayList<>();
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(
                            () -> {
                                reasons.add(ada.ask("Fail " + reasons.size()).reason());
                                return reasons.getLast().equals("model-resting");
                            });
        } finally {
            stage.model().set(Stage.QUICK);
        }
        long calls = stage.model().calls().begun();
        Answer resting = ada.ask("Fail at once");
        assertThat(resting.reason()).isEqualTo("model-resting");
        assertThat(resting.required("Retry-After")).matches("[0-9]+");
        assertThat(stage.model().calls().begun()).isEqualTo(calls);
        long begun = System.nanoTime();

        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> ada.ask("Well again?").status() == 200);
        assertThat(ada.ask("Well for good?").status()).isEqualTo(200);

        Figures.line(
                "breaker: opened after %s, closed %d ms later"
                        .formatted(
                                reasons, Duration.ofNanos(System.nanoTime() - begun).toMillis()));
    }

    @Test
    void areAskedInVainWhenTheyAreAwayOrDoNotKnowUs() {
        try {
            stage.replaceModel("another key", () -> away(ada.ask("Is anybody there?")));
            refused(ada.ask("Who am I?"), "model-refused-key");
        } finally {
            stage.replaceModel(SandboxSettings.USUAL_KEY, () -> {});
        }
        assertThat(ada.ask("And now?").status()).isEqualTo(200);
    }

    /// A model is left alone when half of its last calls failed, which is not what is tried here.
    private void haveGoodCallsBetween() {
        String well = ada.agent("each-0:tokens-20");
        List<Answer> answers =
                Together.map(IntStream.range(0, 6), 6, i -> ada.ask("Well " + i, well));
        assertThat(answers).allMatch(answer -> answer.status() == 200);
    }

    private static void away(Answer answer) {
        refused(answer, "model-unreachable");
        assertThat(answer.required("Retry-After")).isEqualTo("5");
    }

    private static void refused(Answer answer, String reason) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("E5004");
        assertThat(answer.reason()).isEqualTo(reason);
        assertThat(answer.json().path("incident_id").asText()).matches("INC-\\d{8}-[0-9A-F]{8}");
    }
}
