package io.sillok.schemas.generation;

import static io.sillok.schemas.generation.History.ADA;
import static io.sillok.schemas.generation.History.FIRST;
import static io.sillok.schemas.generation.History.SECOND;
import static io.sillok.schemas.generation.History.at;
import static io.sillok.schemas.generation.History.time;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GenerationTest {

    private static final Prompt PROMPT =
            new Prompt.Code("물음", Optional.empty(), Optional.empty(), Optional.empty());
    private static final Answer ANSWER =
            new Answer("답", Optional.empty(), Optional.of("답"), List.of(), "0".repeat(64));
    private static final Consumption TOOK =
            new Consumption("small", new Usage(30, 10, false), Cost.none("USD"));
    private static final GenerationEvent STARTED = new GenerationEvent.Started(FIRST, ADA, 1);

    @Test
    void isAnswered() {
        Generation generation = after(requested(), STARTED, completed(Optional.empty()));

        GenerationResource resource = GenerationResource.of(generation);

        assertThat(resource.status()).isEqualTo(GenerationStatus.COMPLETED);
        assertThat(resource.status().isFinal()).isTrue();
        assertThat(resource.answer()).contains(ANSWER);
        assertThat(resource.model()).contains("small");
        assertThat(resource.usage()).contains(TOOK.usage());
        assertThat(resource.cached()).isFalse();
        assertThat(resource.responseTimeMs()).contains(2_000L);
        assertThat(resource.version()).isEqualTo(3);
    }

    @Test
    void saysThatItsAnswerIsAnothers() {
        assertThat(
                        GenerationResource.of(after(requested(), completed(Optional.of(SECOND))))
                                .cached())
                .isTrue();
    }

    @Test
    void startsAgain() {
        Generation generation =
                after(requested(), STARTED, new GenerationEvent.Started(FIRST, ADA, 2));

        assertThat(generation.progress().attempt()).isEqualTo(2);
        assertThat(generation.progress().status()).isEqualTo(GenerationStatus.STARTED);
        assertThat(generation.progress().status().isFinal()).isFalse();
    }

    @Test
    void isStopped() {
        Generation generation =
                after(
                        requested(),
                        STARTED,
                        new GenerationEvent.StopRequested(FIRST, ADA, StopReason.CLIENT_GONE),
                        new GenerationEvent.Stopped(
                                FIRST,
                                ADA,
                                1,
                                StopReason.CLIENT_GONE,
                                Optional.of(ANSWER),
                                Optional.of(TOOK)));

        assertThat(generation.progress().status()).isEqualTo(GenerationStatus.STOPPED);
        assertThat(generation.progress().stopReason()).contains(StopReason.CLIENT_GONE);
        assertThat(generation.progress().endedAt()).contains(time(4));
        assertThat(generation.answer()).contains(ANSWER);
    }

    @Test
    void saysWhyItFailed() {
        Problem problem = Problem.of(ErrorCode.E5001, "model-timed-out", "Too slow.");

        Generation generation =
                after(
                        requested(),
                        new GenerationEvent.Failed(
                                FIRST, ADA, 0, problem, "INC-1", Optional.empty()));

        assertThat(generation.progress().problem()).contains(problem);
        assertThat(generation.progress().incident()).contains("INC-1");
        assertThat(generation.consumption()).isEmpty();
    }

    @Test
    void isRatedAnew() {
        Generation generation =
                after(
                        requested(),
                        completed(Optional.empty()),
                        new GenerationEvent.Rated(FIRST, ADA, 2, Optional.of("음")),
                        new GenerationEvent.Rated(FIRST, ADA, 5, Optional.empty()));

        assertThat(generation.rating()).contains(5);
        assertThat(generation.comment()).isEmpty();
    }

    @Test
    void saysNothingWhenItIsForgotten() {
        Generation generation =
                after(
                        requested(),
                        completed(Optional.empty()),
                        new GenerationEvent.Rated(FIRST, ADA, 2, Optional.of("음")),
                        new GenerationEvent.Forgotten(FIRST, ADA));

        assertThat(generation.forgotten()).isTrue();
        assertThat(generation.prompt()).isEmpty();
        assertThat(generation.answer()).isEmpty();
        assertThat(generation.comment()).isEmpty();
    }

    @Test
    void isNotChangedByRepeats() {
        Generation once = after(requested(), STARTED);

        assertThat(Generation.evolve(Optional.of(once), at(2, STARTED))).isSameAs(once);
    }

    @Test
    void ofAnAgentNothingIsLeftWhenItIsRemoved() {
        AgentId id = AgentId.of(FIRST.account(), FIRST.value());
        AgentEvent created =
                new AgentEvent.Created(
                        id,
                        ADA,
                        Optional.of("리뷰어"),
                        Optional.of("짧게"),
                        Optional.of("big"),
                        Optional.of(0.5));

        Agent agent = Agent.evolve(Optional.empty(), at(1, created));
        Agent gone = Agent.evolve(Optional.of(agent), at(2, new AgentEvent.Removed(id, ADA)));

        assertThat(AgentResource.of(agent).instructions()).contains("짧게");
        assertThat(gone.removed()).isTrue();
        assertThat(gone.name()).isEmpty();
        assertThat(gone.instructions()).isEmpty();
        assertThat(Agent.evolve(Optional.of(gone), at(1, created))).isSameAs(gone);
    }

    private static GenerationEvent requested() {
        return new GenerationEvent.Requested(
                FIRST,
                ADA,
                GenerationKind.CODE,
                true,
                Optional.of(PROMPT),
                Optional.empty(),
                Optional.empty(),
                Parameters.NONE,
                false);
    }

    private static GenerationEvent completed(Optional<GenerationId> from) {
        return new GenerationEvent.Completed(FIRST, ADA, 1, Optional.of(ANSWER), TOOK, 3, from);
    }

    private static Generation after(GenerationEvent... events) {
        Optional<Generation> generation = Optional.empty();
        for (int n = 0; n < events.length; n++) {
            generation = Optional.of(Generation.evolve(generation, at(n + 1, events[n])));
        }
        return generation.orElseThrow();
    }
}
