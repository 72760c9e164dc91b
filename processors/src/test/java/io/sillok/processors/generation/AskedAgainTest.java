package io.sillok.processors.generation;

import static io.sillok.processors.generation.Given.ADA;
import static io.sillok.processors.generation.Given.AMPLE;
import static io.sillok.processors.generation.Given.ANSWER;
import static io.sillok.processors.generation.Given.AS_ADA;
import static io.sillok.processors.generation.Given.FIRST;
import static io.sillok.processors.generation.Given.QUESTION;
import static io.sillok.processors.generation.Given.SECOND;
import static io.sillok.processors.generation.Given.TOKENS;
import static io.sillok.processors.generation.Given.TOOK;
import static io.sillok.processors.generation.Given.WORKER;
import static io.sillok.processors.generation.Given.allowing;
import static io.sillok.processors.generation.Given.question;
import static io.sillok.processors.generation.Given.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.processors.engine.DeciderFixture;
import io.sillok.schemas.generation.AccountEvent;
import io.sillok.schemas.generation.GenerationCommand;
import io.sillok.schemas.generation.GenerationEvent;
import io.sillok.schemas.generation.GenerationResource;
import io.sillok.schemas.generation.GenerationStatus;
import io.sillok.schemas.generation.Parameters;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What somebody asks again within half an hour.
class AskedAgainTest {

    private final DeciderFixture<GenerationCommand, Account, AccountEvent> fixture =
            DeciderFixture.of(new GenerationDecider(AMPLE)).by(AS_ADA);

    @Test
    void answersTheSameAgainAndTakesNothing() {
        var events = Given.answered(fixture).when(request(SECOND, QUESTION)).accepted();

        assertThat(events).hasSize(2);
        assertThat(((GenerationEvent.Requested) events.getFirst()).cached()).isTrue();
        assertThat(events.getLast())
                .isEqualTo(
                        new GenerationEvent.Completed(
                                SECOND,
                                ADA,
                                0,
                                Optional.of(ANSWER),
                                TOOK.again(),
                                0,
                                Optional.of(FIRST)));
    }

    @Test
    void showsTheAnswerAtOnce() {
        Account after = Given.answered(fixture).when(request(SECOND, QUESTION)).then().state();

        var resource = (GenerationResource) after.represent(SECOND.subject()).orElseThrow();

        assertThat(resource.answer()).contains(ANSWER);
        assertThat(resource.cached()).isTrue();
        assertThat(resource.status()).isEqualTo(GenerationStatus.COMPLETED);
    }

    @Test
    void isThereWhenTheBudgetIsNot() {
        var poor = Given.answered(allowing(TOKENS));

        assertThat(poor.when(request(SECOND, QUESTION)).accepted()).hasSize(2);
    }

    @Test
    void isOfTheSameQuestionOnly() {
        assertAsked(Given.answered(fixture).when(request(SECOND, question("다른 것"))).accepted());
        assertAsked(
                Given.answered(fixture)
                        .when(
                                new GenerationCommand.Request(
                                        SECOND,
                                        ADA,
                                        true,
                                        Optional.of(QUESTION),
                                        Optional.empty(),
                                        new Parameters(
                                                Optional.empty(),
                                                Optional.of(0.1),
                                                Optional.empty())))
                        .accepted());
    }

    @Test
    void lastsHalfAnHour() {
        assertAsked(
                Given.answered(fixture)
                        .later(KnownAnswers.KEPT)
                        .when(request(SECOND, QUESTION))
                        .accepted());
    }

    @Test
    void endsWhenItIsCleared() {
        var cleared =
                Given.answered(fixture)
                        .knowing(Cleared.NAME, DeciderFixture.START.plusSeconds(60).toString());

        assertAsked(cleared.when(request(SECOND, QUESTION)).accepted());
    }

    @Test
    void endsWithTheGenerationThatIsForgotten() {
        var forgotten =
                Given.answered(fixture)
                        .by(WORKER)
                        .when(new GenerationCommand.Forget(FIRST, ADA))
                        .then()
                        .by(AS_ADA);

        assertThat(forgotten.state().answers().newestFirst()).isEmpty();
        assertAsked(forgotten.when(request(SECOND, QUESTION)).accepted());
    }

    private static void assertAsked(List<AccountEvent> events) {
        assertThat(((GenerationEvent.Requested) events.getLast()).cached()).isFalse();
    }
}
