package io.sillok.processors.generation;

import static io.sillok.processors.generation.Given.ADA;
import static io.sillok.processors.generation.Given.AGENT;
import static io.sillok.processors.generation.Given.AMPLE;
import static io.sillok.processors.generation.Given.ANSWER;
import static io.sillok.processors.generation.Given.AS_ADA;
import static io.sillok.processors.generation.Given.AS_EVE;
import static io.sillok.processors.generation.Given.FIRST;
import static io.sillok.processors.generation.Given.GAP;
import static io.sillok.processors.generation.Given.QUESTION;
import static io.sillok.processors.generation.Given.SECOND;
import static io.sillok.processors.generation.Given.TOKENS;
import static io.sillok.processors.generation.Given.TOOK;
import static io.sillok.processors.generation.Given.WORKER;
import static io.sillok.processors.generation.Given.allowing;
import static io.sillok.processors.generation.Given.complete;
import static io.sillok.processors.generation.Given.question;
import static io.sillok.processors.generation.Given.request;
import static io.sillok.processors.generation.Given.took;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.processors.engine.DeciderFixture;
import io.sillok.schemas.generation.AccountEvent;
import io.sillok.schemas.generation.AgentEvent;
import io.sillok.schemas.generation.BudgetEvent;
import io.sillok.schemas.generation.GenerationCommand;
import io.sillok.schemas.generation.GenerationEvent;
import io.sillok.schemas.generation.GenerationId;
import io.sillok.schemas.generation.GenerationKind;
import io.sillok.schemas.generation.Parameters;
import io.sillok.schemas.generation.Prompt;
import io.sillok.schemas.generation.StopReason;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerationDeciderTest {

    private static final Problem DOWN =
            Problem.of(ErrorCode.E5004, "model-unavailable", "The model does not answer.");

    private final DeciderFixture<GenerationCommand, Account, AccountEvent> fixture =
            DeciderFixture.of(new GenerationDecider(AMPLE)).by(AS_ADA);

    private DeciderFixture<GenerationCommand, Account, AccountEvent> begun() {
        return Given.begun(fixture);
    }

    private DeciderFixture<GenerationCommand, Account, AccountEvent> answered() {
        return Given.answered(fixture);
    }

    @Nested
    class Request {

        @Test
        void putsTokensAsideAndRecordsWhatIsAsked() {
            Instant day = DeciderFixture.START;

            fixture.when(request(FIRST, QUESTION))
                    .thenRecords(
                            new BudgetEvent.Granted(
                                    ADA, AMPLE.tokens(), day, day.plus(Duration.ofDays(1))),
                            new BudgetEvent.Reserved(
                                    ADA, FIRST, TOKENS, day.plus(Bookkeeping.HOLD)),
                            new GenerationEvent.Requested(
                                    FIRST,
                                    ADA,
                                    GenerationKind.CODE,
                                    true,
                                    Optional.of(QUESTION),
                                    Optional.empty(),
                                    Optional.empty(),
                                    new Parameters(
                                            Optional.empty(), Optional.empty(), Optional.of(2_048)),
                                    false));
        }

        @Test
        void isRefusedWhenTheBudgetHasLess() {
            var poor = allowing(2 * TOKENS - 1).when(request(FIRST, QUESTION)).then();

            Problem problem = poor.when(request(SECOND, QUESTION)).problem();

            assertThat(problem.code()).isEqualTo(ErrorCode.E4008);
            assertThat(problem.reason()).isEqualTo("budget-exhausted");
            assertThat(problem.retryAfter()).hasValueSatisfying(s -> assertThat(s).isPositive());
        }

        @Test
        void saysNotToComeBackWhenItIsMoreThanAPeriodHas() {
            var poor = allowing(TOKENS - 1);

            assertThat(poor.when(request(FIRST, QUESTION)).problem().retryAfter()).isEmpty();
        }

        @Test
        void getsANewBudgetInTheNextPeriod() {
            var spent = Given.answered(allowing(TOKENS));

            spent.when(request(SECOND, question("다른 것"))).thenRejects("budget-exhausted");
            assertThat(spent.later(Duration.ofDays(1)).when(request(SECOND, QUESTION)).accepted())
                    .hasSize(3)
                    .first()
                    .isInstanceOf(BudgetEvent.Granted.class);
        }

        @Test
        void carriesWhatTheAgentSays() {
            var agent =
                    new AgentEvent.Created(
                            AGENT,
                            ADA,
                            Optional.of("리뷰어"),
                            Optional.of("짧게 답하라."),
                            Optional.of("big"),
                            Optional.of(0.5));
            var asked =
                    new GenerationCommand.Request(
                            FIRST,
                            ADA,
                            false,
                            Optional.of(QUESTION),
                            Optional.of(AGENT),
                            new Parameters(Optional.empty(), Optional.of(1.0), Optional.of(100)));

            var requested =
                    (GenerationEvent.Requested)
                            fixture.given(agent).when(asked).accepted().getLast();

            assertThat(requested.instructions()).contains("짧게 답하라.");
            assertThat(requested.parameters())
                    .isEqualTo(
                            new Parameters(Optional.of("big"), Optional.of(1.0), Optional.of(100)));
        }

        @Test
        void needsAnAgentThatIsThere() {
            fixture.when(
                            new GenerationCommand.Request(
                                    FIRST,
                                    ADA,
                                    false,
                                    Optional.of(QUESTION),
                                    Optional.of(AGENT),
                                    Parameters.NONE))
                    .thenRejects(ErrorCode.E4008, "agent-not-found");
        }

        @Test
        void isForTheOwnerOnly() {
            fixture.by(AS_EVE)
                    .when(request(FIRST, QUESTION))
                    .thenRejects(ErrorCode.E4005, "owner-required");
            fixture.by(WORKER)
                    .when(request(FIRST, QUESTION))
                    .thenRejects(ErrorCode.E4005, "owner-required");
        }

        @Test
        void isOfTheAccountThatItsIdSays() {
            UserId eve = new UserId(new UUID(6, 6));

            fixture.by(AS_EVE)
                    .when(
                            new GenerationCommand.Request(
                                    FIRST,
                                    eve,
                                    true,
                                    Optional.of(QUESTION),
                                    Optional.empty(),
                                    Parameters.NONE))
                    .thenRejects(ErrorCode.E4001, "wrong-account");
        }

        @Test
        void isRefusedTwice() {
            begun().by(AS_ADA).when(request(FIRST, QUESTION)).thenRejects("generation-exists");
            answered().when(request(FIRST, QUESTION)).thenRejects("generation-exists");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "  \n"})
        void needsAQuestion(String nothing) {
            fixture.when(request(FIRST, question(nothing)))
                    .thenRejects(ErrorCode.E4001, "question-length");
        }

        @Test
        void countsCharactersAsPeopleDo() {
            fixture.when(request(FIRST, question("🙏".repeat(8_000)))).accepted();
            fixture.when(request(FIRST, question("가".repeat(8_001))))
                    .thenRejects(ErrorCode.E4001, "question-length");
        }

        @ParameterizedTest
        @ValueSource(doubles = {-0.1, 2.1, Double.NaN})
        void refusesOtherTemperatures(double temperature) {
            fixture.when(
                            new GenerationCommand.Request(
                                    FIRST,
                                    ADA,
                                    true,
                                    Optional.of(QUESTION),
                                    Optional.empty(),
                                    new Parameters(
                                            Optional.empty(),
                                            Optional.of(temperature),
                                            Optional.empty())))
                    .thenRejects(ErrorCode.E4001, "temperature-range");
        }
    }

    @Nested
    class Attempts {

        @Test
        void beginOneAfterTheOther() {
            var again = begun().when(new GenerationCommand.Begin(FIRST, ADA)).accepted();

            assertThat(again.getFirst()).isEqualTo(new GenerationEvent.Started(FIRST, ADA, 2));
            assertThat(again.getLast()).isInstanceOf(BudgetEvent.Prolonged.class);
        }

        @Test
        void countOnlyWhileTheyAreTheNewest() {
            var again = begun().when(new GenerationCommand.Begin(FIRST, ADA)).then();

            again.when(complete(FIRST, 1)).thenRejects("attempt-superseded");
            again.when(new GenerationCommand.Fail(FIRST, ADA, 1, DOWN, Optional.empty()))
                    .thenRejects("attempt-superseded");
            assertThat(again.when(complete(FIRST, 2)).accepted()).hasSize(2);
        }

        @Test
        void neverBeginAfterTheEnd() {
            answered()
                    .by(WORKER)
                    .when(new GenerationCommand.Begin(FIRST, ADA))
                    .thenRejects(ErrorCode.E4008, "generation-over");
            fixture.by(WORKER)
                    .when(new GenerationCommand.Begin(FIRST, ADA))
                    .thenRejects(ErrorCode.E4008, "generation-over");
        }

        @Test
        void areOfThePlatformOnly() {
            var given = begun().by(AS_ADA);

            given.when(new GenerationCommand.Begin(FIRST, ADA)).thenRejects("worker-required");
            given.when(complete(FIRST, 1)).thenRejects("worker-required");
        }
    }

    @Nested
    class TheEnd {

        @Test
        void chargesWhatItTook() {
            assertThat(begun().when(complete(FIRST, 1)).accepted())
                    .last()
                    .isEqualTo(new BudgetEvent.Settled(ADA, FIRST, TOKENS, 120, TOOK));
        }

        @Test
        void chargesNoMoreThanWasPutAside() {
            var greedy = took(TOKENS, 1);
            var complete =
                    new GenerationCommand.Complete(FIRST, ADA, 1, Optional.of(ANSWER), greedy, 0);

            assertThat(begun().when(complete).accepted())
                    .last()
                    .isEqualTo(new BudgetEvent.Settled(ADA, FIRST, TOKENS, TOKENS, greedy));
        }

        @Test
        void isTheFirstOne() {
            answered().by(WORKER).when(complete(FIRST, 1)).thenRejects("generation-over");
        }

        @Test
        void givesBackWhatAFailureDidNotTake() {
            assertThat(
                            begun().when(
                                            new GenerationCommand.Fail(
                                                    FIRST, ADA, 1, DOWN, Optional.empty()))
                                    .accepted())
                    .last()
                    .isEqualTo(new BudgetEvent.Released(ADA, FIRST, TOKENS));
        }

        @Test
        void hasAnIncidentWhenItIsAFailure() {
            var failed =
                    (GenerationEvent.Failed)
                            begun().when(
                                            new GenerationCommand.Fail(
                                                    FIRST, ADA, 0, DOWN, Optional.of(TOOK)))
                                    .accepted()
                                    .getFirst();

            assertThat(failed.incident()).matches("INC-20260101-[0-9A-F]{8}");
            assertThat(failed.attempt()).isEqualTo(1);
        }
    }

    @Nested
    class Stop {

        @Test
        void endsItAtOnceWhenNobodyHasBegun() {
            fixture.when(request(FIRST, QUESTION))
                    .then()
                    .when(new GenerationCommand.Stop(FIRST, ADA, StopReason.BY_OWNER))
                    .thenRecords(
                            new GenerationEvent.Stopped(
                                    FIRST,
                                    ADA,
                                    0,
                                    StopReason.BY_OWNER,
                                    Optional.empty(),
                                    Optional.empty()),
                            new BudgetEvent.Released(ADA, FIRST, TOKENS));
        }

        @Test
        void tellsWhoeverHasBegun() {
            var stopping =
                    begun().by(AS_ADA)
                            .when(new GenerationCommand.Stop(FIRST, ADA, StopReason.CLIENT_GONE))
                            .then();

            stopping.when(new GenerationCommand.Stop(FIRST, ADA, StopReason.BY_OWNER))
                    .thenChangesNothing();
            stopping.by(WORKER)
                    .when(new GenerationCommand.Begin(FIRST, ADA))
                    .thenRejects("generation-stopping");
            stopping.by(WORKER)
                    .when(
                            new GenerationCommand.ConfirmStop(
                                    FIRST, ADA, 1, Optional.of(ANSWER), Optional.of(took(10, 5))))
                    .thenRecords(
                            new GenerationEvent.Stopped(
                                    FIRST,
                                    ADA,
                                    1,
                                    StopReason.CLIENT_GONE,
                                    Optional.of(ANSWER),
                                    Optional.of(took(10, 5))),
                            new BudgetEvent.Settled(ADA, FIRST, TOKENS, 15, took(10, 5)));
        }

        @Test
        void mustHaveBeenAskedFor() {
            begun().when(
                            new GenerationCommand.ConfirmStop(
                                    FIRST, ADA, 1, Optional.empty(), Optional.empty()))
                    .thenRejects("stop-not-requested");
        }

        @Test
        void comesOfANewerCompletion() {
            var typing = fixture.when(request(FIRST, GAP)).then();

            var events =
                    typing.when(request(SECOND, new Prompt.Completion("x", "", none()))).accepted();

            assertThat(events.getFirst())
                    .isEqualTo(
                            new GenerationEvent.Stopped(
                                    FIRST, ADA, 0, StopReason.SUPERSEDED, none(), none()));
            assertThat(events.get(1)).isInstanceOf(BudgetEvent.Released.class);
        }

        private static <T> Optional<T> none() {
            return Optional.empty();
        }
    }

    @Nested
    class Expiry {

        @Test
        void givesUpWhatNobodyWorksOn() {
            var late = begun().later(Bookkeeping.HOLD.plusMinutes(1));

            var events = late.when(new GenerationCommand.Expire(FIRST, ADA)).accepted();

            assertThat(events.getFirst()).isInstanceOf(GenerationEvent.Failed.class);
            assertThat(events.getLast()).isEqualTo(new BudgetEvent.Expired(ADA, FIRST, TOKENS));
        }

        @Test
        void waitsAsLongAsSomebodyDoes() {
            begun().when(new GenerationCommand.Expire(FIRST, ADA)).thenChangesNothing();
            begun().later(Bookkeeping.HOLD.minusMinutes(1))
                    .when(new GenerationCommand.Begin(FIRST, ADA))
                    .then()
                    .later(Duration.ofMinutes(5))
                    .when(new GenerationCommand.Expire(FIRST, ADA))
                    .thenChangesNothing();
        }

        @Test
        void happensBeforeAnythingIsRefusedForIt() {
            var poor =
                    allowing(TOKENS)
                            .when(request(FIRST, QUESTION))
                            .then()
                            .later(Bookkeeping.HOLD.plusMinutes(1));

            assertThat(poor.when(request(SECOND, QUESTION)).accepted())
                    .extracting(event -> event.getClass().getSimpleName())
                    .containsExactly("Failed", "Expired", "Reserved", "Requested");
        }
    }

    @Nested
    class Rate {

        @Test
        void recordsIt() {
            answered()
                    .when(new GenerationCommand.Rate(FIRST, ADA, 4, Optional.of("좋아요")))
                    .thenRecords(new GenerationEvent.Rated(FIRST, ADA, 4, Optional.of("좋아요")));
        }

        @Test
        void refusesOtherThings() {
            var given = answered();

            given.when(new GenerationCommand.Rate(FIRST, ADA, 6, Optional.empty()))
                    .thenRejects(ErrorCode.E4001, "rating-range");
            given.when(new GenerationCommand.Rate(FIRST, ADA, 5, Optional.of(" ")))
                    .thenRejects(ErrorCode.E4001, "comment-length");
            given.when(new GenerationCommand.Rate(SECOND, ADA, 5, Optional.empty()))
                    .thenRejects(ErrorCode.E4007, "generation-not-found");
            begun().by(AS_ADA)
                    .when(new GenerationCommand.Rate(FIRST, ADA, 5, Optional.empty()))
                    .thenRejects(ErrorCode.E4008, "generation-under-way");
        }
    }

    @Nested
    class Forget {

        @Test
        void isAcceptedWhateverBecameOfIt() {
            answered()
                    .by(WORKER)
                    .when(new GenerationCommand.Forget(FIRST, ADA))
                    .thenRecords(new GenerationEvent.Forgotten(FIRST, ADA));
            begun().when(new GenerationCommand.Forget(FIRST, ADA))
                    .thenRecords(
                            new GenerationEvent.Forgotten(FIRST, ADA),
                            new BudgetEvent.Released(ADA, FIRST, TOKENS));
        }

        @Test
        void isOfThePlatformOnly() {
            answered()
                    .when(new GenerationCommand.Forget(FIRST, ADA))
                    .thenRejects(ErrorCode.E4005, "worker-required");
        }
    }

    @Test
    void forgetsNothingThatCanStillMatter() {
        GenerationId asked = FIRST;

        assertThat(begun().state().knows(asked)).isTrue();
        assertThat(answered().state().ended()).containsExactly(asked);
    }
}
