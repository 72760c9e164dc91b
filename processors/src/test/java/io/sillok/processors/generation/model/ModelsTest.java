package io.sillok.processors.generation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.sillok.processors.generation.model.ModelFault.Wait;
import io.sillok.processors.generation.model.ModelResult.Answered;
import io.sillok.processors.generation.model.ModelResult.Failed;
import io.sillok.processors.generation.model.ModelResult.Stopped;
import io.sillok.sandbox.Calls;
import io.sillok.sandbox.Switches;
import io.sillok.schemas.problems.ErrorCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Everything over HTTP, against a model that fails on demand.
class ModelsTest {

    private Asked models = Asked.sandbox();

    @AfterEach
    void stop() {
        models.close();
    }

    @Nested
    class Answers {

        @Test
        void comeTokenByToken() throws Exception {
            Answered answer = (Answered) models.ask("sandbox:each=2,tokens=30");

            assertThat(String.join("", models.said)).isEqualTo(answer.text());
            assertThat(models.said).hasSizeGreaterThan(5);
            assertThat(answer.model()).isEqualTo("sandbox");
        }

        @Test
        void areCountedByTheModel() throws Exception {
            Answered answer = (Answered) models.ask("sandbox:each=0,tokens=30");

            assertThat(answer.usage().completionTokens()).isEqualTo(30);
            assertThat(answer.usage().promptTokens()).isEqualTo(6);
            assertThat(answer.usage().estimated()).isFalse();
        }

        @Test
        void areGivenToManyAtOnce() {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<ModelResult>> all =
                        IntStream.range(0, 16)
                                .mapToObj(
                                        _ ->
                                                threads.submit(
                                                        () ->
                                                                models.ask(
                                                                        "sandbox:each=5,tokens=40")))
                                .toList();

                assertThat(all)
                        .allSatisfy(each -> assertThat(each.get()).isInstanceOf(Answered.class));
            }
        }
    }

    @Nested
    class Faults {

        @Test
        void nobodyIsThere() throws Exception {
            try (Models nowhere = new Models(Asked.settings(nowhere(), "key", 1, List.of()))) {
                Failed failed =
                        (Failed)
                                nowhere.ask(
                                        Asked.request("sandbox"),
                                        models.said::add,
                                        new CompletableFuture<>());

                assertThat(failed.fault()).isEqualTo(new ModelFault.Unreachable());
                assertThat(failed.fault().problem().code()).isEqualTo(ErrorCode.E5004);
                assertThat(failed.fault().problem().retryAfter()).isPresent();
            }
        }

        @Test
        void tooManyQuestions() throws Exception {
            assertThat(models.fault("sandbox:fault=429@7"))
                    .isEqualTo(new ModelFault.Limited(Optional.of(Duration.ofSeconds(7))));
            assertThat(
                            new ModelFault.Limited(Optional.of(Duration.ofSeconds(7)))
                                    .problem()
                                    .retryAfter())
                    .contains(7L);
            assertThat(models.sandbox.calls().begun()).isEqualTo(1);
        }

        @Test
        void itFails() throws Exception {
            assertThat(models.fault("sandbox:fault=500")).isEqualTo(new ModelFault.Failing());
            assertThat(models.sandbox.calls().begun()).isEqualTo(3);
        }

        @Test
        void itNeverBegins() throws Exception {
            ModelFault fault = models.fault("sandbox:fault=silent");

            assertThat(fault).isEqualTo(new ModelFault.TimedOut(Wait.FIRST_TOKEN));
            assertThat(fault.problem().code()).isEqualTo(ErrorCode.E5001);
            assertThat(models.sandbox.calls().begun()).isEqualTo(1);
        }

        @Test
        void itBeginsTooLate() throws Exception {
            assertThat(models.fault("sandbox:first=60000"))
                    .isEqualTo(new ModelFault.TimedOut(Wait.FIRST_TOKEN));
        }

        @Test
        void itStopsTalking() throws Exception {
            Failed failed = (Failed) models.ask("sandbox:each=0,fault=stall@5");

            assertThat(failed.fault()).isEqualTo(new ModelFault.TimedOut(Wait.NEXT_TOKEN));
            assertThat(failed.text()).isEqualTo(String.join("", models.said)).isNotEmpty();
            assertThat(failed.usage().estimated()).isTrue();
            assertThat(failed.usage().completionTokens()).isGreaterThanOrEqualTo(5);
        }

        @Test
        void itTalksGarbage() throws Exception {
            assertThat(models.fault("sandbox:fault=garbage")).isEqualTo(new ModelFault.Garbage());
            assertThat(models.said).isEmpty();
        }

        @Test
        void itSaysNothing() throws Exception {
            assertThat(models.fault("sandbox:fault=empty")).isEqualTo(new ModelFault.Empty());
        }

        @Test
        void itIsCutOffBeforeTheFirstWord() throws Exception {
            assertThat(models.fault("sandbox:fault=cut@0")).isEqualTo(new ModelFault.Cut());
            assertThat(models.sandbox.calls().begun()).isEqualTo(3);
        }

        @Test
        void itIsCutOffLater() throws Exception {
            Failed failed = (Failed) models.ask("sandbox:each=1,fault=cut@5");

            assertThat(failed.fault()).isEqualTo(new ModelFault.Cut());
            assertThat(failed.text()).isEqualTo(String.join("", models.said)).isNotEmpty();
            assertThat(models.sandbox.calls().begun()).isEqualTo(1);
        }

        @Test
        void theKeyIsWrong() throws Exception {
            models.close();
            models = Asked.withKey("guessed");

            assertThat(models.fault("sandbox")).isEqualTo(new ModelFault.RefusedKey());
        }

        @Test
        void thereIsNoSuchModel() throws Exception {
            assertThat(models.fault("another")).isEqualTo(new ModelFault.Unknown());
        }

        @Test
        void theQuestionIsRefused() throws Exception {
            assertThat(models.fault("sandbox:loud=1")).isEqualTo(new ModelFault.RefusedRequest());
        }

        @Test
        void tooManyAtOnce() throws Exception {
            models.close();
            models = Asked.oneAtATime();
            CompletableFuture<Void> stop = new CompletableFuture<>();
            Thread first = busy(stop);

            assertThat(models.fault("sandbox")).isEqualTo(new ModelFault.Busy());

            stop.complete(null);
            first.join();
        }

        private URI nowhere() throws IOException {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
                return URI.create("http://127.0.0.1:" + free.getLocalPort() + "/v1");
            }
        }
    }

    @Nested
    class Retrying {

        @ParameterizedTest
        @ValueSource(strings = {"fault=500", "fault=garbage", "fault=cut@0", "fault=429@1"})
        void helpsWhileNothingWasSaid(String passing) throws Exception {
            models.sandbox.set(Switches.USUAL.with("each=0," + passing), 2);

            assertThat(models.ask("sandbox")).isInstanceOf(Answered.class);
            assertThat(models.sandbox.calls().begun()).isEqualTo(3);
        }

        @Test
        void asksAnotherModelThen() throws Exception {
            models.close();
            models = Asked.withFallbacks("another", "sandbox:each=0");

            assertThat(models.ask("sandbox:fault=500")).isInstanceOf(Answered.class);
        }

        @Test
        void endsWithTheFirstWord() throws Exception {
            models.close();
            models = Asked.withFallbacks("sandbox:each=0");

            assertThat(((Failed) models.ask("sandbox:each=0,fault=cut@3")).fault())
                    .isEqualTo(new ModelFault.Cut());
        }

        @Test
        void doesNotHelpAgainstAWrongKey() throws Exception {
            models.close();
            models = Asked.withKey("guessed");

            assertThat(models.ask("sandbox")).isInstanceOf(Failed.class);
            assertThat(models.sandbox.calls().begun()).isZero();
        }
    }

    @Nested
    class Breaker {

        private static final String USUAL = "sandbox:each=0";

        @Test
        void opensAndCloses() throws Exception {
            models.sandbox.set(Switches.USUAL.with("fault=500"));
            models.ask(USUAL);
            models.ask(USUAL);
            long before = models.sandbox.calls().begun();

            assertThat(models.fault(USUAL)).isInstanceOf(ModelFault.Resting.class);
            assertThat(models.fault(USUAL).problem().retryAfter()).contains(1L);
            assertThat(models.sandbox.calls().begun()).isEqualTo(before);

            models.sandbox.set(Switches.USUAL);
            await().untilAsserted(() -> assertThat(models.ask(USUAL)).isInstanceOf(Answered.class));
            assertThat(models.ask(USUAL)).isInstanceOf(Answered.class);
            assertThat(models.ask(USUAL)).isInstanceOf(Answered.class);
        }

        @Test
        void staysClosedWhenTheQuestionIsAtFault() throws Exception {
            for (int i = 0; i < 8; i++) {
                assertThat(models.fault("sandbox:fault=429@60"))
                        .isInstanceOf(ModelFault.Limited.class);
            }
        }

        @Test
        void ofOneModelLeavesOthersAlone() throws Exception {
            models.ask("other:fault=500");
            models.ask("sandbox:fault=500");
            models.ask("sandbox:fault=500");

            assertThat(models.fault("sandbox:fault=500")).isInstanceOf(ModelFault.Resting.class);
            assertThat(models.ask(USUAL)).isInstanceOf(Answered.class);
        }
    }

    @Nested
    class Stopping {

        @Test
        void closesTheCallAndKeepsWhatWasSaid() throws Exception {
            CompletableFuture<Void> stop = new CompletableFuture<>();
            Thread.ofVirtual()
                    .start(
                            () -> {
                                await().until(() -> models.said.size() > 3);
                                stop.complete(null);
                            });

            Stopped stopped = (Stopped) models.ask("sandbox:each=5,tokens=3000", stop);

            assertThat(stopped.text()).isEqualTo(String.join("", models.said));
            assertThat(stopped.usage().estimated()).isTrue();
            assertThat(stopped.usage().completionTokens()).isPositive();
            await().until(() -> models.sandbox.calls().abandoned() == 1);
        }

        @Test
        void worksBeforeTheFirstWord() throws Exception {
            CompletableFuture<Void> stop = new CompletableFuture<>();
            Thread.ofVirtual()
                    .start(
                            () -> {
                                await().until(() -> models.sandbox.calls().begun() == 1);
                                stop.complete(null);
                            });

            assertThat(((Stopped) models.ask("sandbox:first=300,tokens=900", stop)).text())
                    .isEmpty();
            await().until(() -> models.sandbox.calls().abandoned() == 1);
        }

        @Test
        void doesNotEvenAskWhenItIsTooLate() throws Exception {
            assertThat(models.ask("sandbox", CompletableFuture.completedFuture(null)))
                    .isInstanceOf(Stopped.class);
            assertThat(models.sandbox.calls()).isEqualTo(new Calls.Count(0, 0, 0));
        }

        @Test
        void byInterruptClosesTheCall() throws Exception {
            Thread asking = busy(new CompletableFuture<>());
            asking.interrupt();
            asking.join();

            await().until(() -> models.sandbox.calls().abandoned() == 1);
        }
    }

    @Test
    void hidesItsKey() {
        assertThat(Asked.settings(URI.create("http://127.0.0.1/v1"), "slk-1", 1, List.of()))
                .asString()
                .doesNotContain("slk-1");
    }

    @Test
    void needsAModel() {
        assertThatThrownBy(
                        () ->
                                ModelSettings.of(
                                        URI.create("http://127.0.0.1/v1"), "key", " ", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// Asks on another thread for a long answer; returns when it comes.
    private Thread busy(CompletableFuture<Void> stop) {
        Thread thread =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        models.ask("sandbox:each=5,tokens=3000", stop);
                                    } catch (InterruptedException _) {
                                        Thread.currentThread().interrupt();
                                    }
                                });
        await().until(() -> !models.said.isEmpty());
        return thread;
    }
}
