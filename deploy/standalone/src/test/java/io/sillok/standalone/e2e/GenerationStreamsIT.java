package io.sillok.standalone.e2e;

import static io.sillok.standalone.stage.Coder.TO_THE_END;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.platform.testkit.WholeLog;
import io.sillok.sandbox.SandboxSettings;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.Json;
import io.sillok.standalone.stage.Coder;
import io.sillok.standalone.stage.Figures;
import io.sillok.standalone.stage.OnEveryEngineHome;
import io.sillok.standalone.stage.Stage;
import io.sillok.standalone.stage.Together;
import io.sillok.standalone.stage.Told;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Many answers at once, told token by token.
@ClassTemplate
@ExtendWith(OnEveryEngineHome.class)
class GenerationStreamsIT {

    private static final int STREAMS = 200;
    private static final int TOKENS = 300;
    private static final int EACH_MAY_ASK = 20;
    private static final int CUT_AT = 90;
    private static final String MODEL = "each-20:tokens-" + TOKENS;
    private static final String SHORT = "each-20:tokens-50";

    private final Stage stage;

    GenerationStreamsIT(Stage stage) {
        this.stage = stage;
    }

    /// When somebody was told what.
    ///
    /// @param first token, in ms from the request
    /// @param last event, in ms from the request
    private record Times(double first, double last) {}

    /// A stream to its end.
    ///
    /// @param begun of the monotonic clock
    private record Heard(Told told, long begun) {

        private static Heard of(Coder coder, String question, String agent) {
            long begun = System.nanoTime();
            return new Heard(coder.stream(question, agent, TO_THE_END), begun);
        }

        /// `done`, or what was told instead.
        private String ending() {
            return told.last().name().equals("done") ? "done" : told.last().toString();
        }

        private Times times() {
            return new Times(
                    (told.tokens().getFirst().nanos() - begun) / 1e6,
                    (told.last().nanos() - begun) / 1e6);
        }
    }

    @Test
    void twoHundredStreamsAreWholeAndInOrder() {
        List<Coder> coders =
                IntStream.range(0, STREAMS / EACH_MAY_ASK)
                        .mapToObj(_ -> Coder.fresh(stage))
                        .toList();
        List<String> agents = coders.stream().map(coder -> coder.agent(MODEL)).toList();

        List<Heard> heard =
                Together.map(
                        IntStream.range(0, STREAMS),
                        STREAMS,
                        i -> {
                            int who = i % coders.size();
                            return Heard.of(coders.get(who), "Question " + i, agents.get(who));
                        });

        assertThat(heard).extracting(Heard::ending).containsOnly("done");
        for (int i = 0; i < STREAMS; i++) {
            Told one = heard.get(i).told();
            assertThat(one.last().data().at("/usage/completion_tokens").asInt()).isEqualTo(TOKENS);
            List<Integer> indices = one.counting().map(GenerationStreamsIT::index).toList();
            assertThat(indices).isEqualTo(IntStream.range(0, indices.size()).boxed().toList());
            JsonNode kept = coders.get(i % coders.size()).generation(one.generation());
            assertThat(one.text()).isEqualTo(kept.at("/answer/text").asText());
        }
        figures(
                "%d streams of %d tokens at once, %d begun again"
                        .formatted(
                                STREAMS,
                                TOKENS,
                                heard.stream().filter(one -> one.told().isRestarted()).count()),
                heard.stream().map(Heard::times).toList());
    }

    @Test
    void everyStreamThatIsCutGoesOnWithTheSameText() {
        Coder coder = Coder.fresh(stage);
        String agent = coder.agent(MODEL);

        List<Boolean> same =
                Together.map(
                        IntStream.range(0, EACH_MAY_ASK),
                        EACH_MAY_ASK,
                        i -> {
                            Told cut = coder.stream("Cut " + i, agent, CUT_AT + i);
                            Told rest =
                                    coder.follow(cut.generation(), "Last-Event-ID", cut.place());
                            String whole =
                                    coder.generation(cut.generation()).at("/answer/text").asText();
                            return rest.last().data().path("status").asText().equals("success")
                                    && (cut.text() + rest.text()).equals(whole);
                        });

        assertThat(same).hasSize(EACH_MAY_ASK).containsOnly(true);
    }

    @Test
    void costsLittleMoreThanAskingTheModelItself() {
        Coder coder = Coder.fresh(stage);
        String agent = coder.agent(SHORT);
        coder.stream("Warm up", agent, TO_THE_END);
        List<Heard> through = new ArrayList<>();
        List<Times> direct = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            through.add(Heard.of(coder, "One at a time " + i, agent));
            direct.add(askDirectly("One at a time " + i));
        }

        assertThat(through).extracting(Heard::ending).containsOnly("done");
        List<Times> times = through.stream().map(Heard::times).toList();
        figures("one stream of 50 tokens, through the platform", times);
        figures("one stream of 50 tokens, from the model itself", direct);
        Figures.line(
                "through the platform and from the model itself: first token %.1f, total %.2f times as long"
                        .formatted(
                                at(times, Times::first, 0.5) / at(direct, Times::first, 0.5),
                                at(times, Times::last, 0.5) / at(direct, Times::last, 0.5)));
        wayOfATokenTook(through);
    }

    /// Prints how long tokens take from the worker that was told them to the client.
    private void wayOfATokenTook(List<Heard> streams) {
        Map<String, Instant> told = new HashMap<>();
        new WholeLog(stage.addresses().kafka())
                .read(Topics.GENERATION_CHUNKS.in(stage.namespace()))
                .forEach(
                        chunk ->
                                told.put(
                                        chunk.record().header("ce_id").orElseThrow(),
                                        Instant.parse(
                                                chunk.record().header("ce_time").orElseThrow())));
        double[] millis =
                streams.stream()
                        .map(Heard::told)
                        .flatMap(one -> one.tokens().stream().map(token -> way(one, token, told)))
                        .mapToDouble(way -> way.toNanos() / 1e6)
                        .sorted()
                        .toArray();
        Figures.line(
                "a token on its way from the worker to the client: p50 %.1f ms, p99 %.1f ms, %d tokens"
                        .formatted(
                                millis[millis.length / 2],
                                millis[millis.length * 99 / 100],
                                millis.length));
    }

    private static Duration way(Told stream, Told.Event token, Map<String, Instant> told) {
        String[] place = token.id().orElseThrow().split("\\.", -1);
        UUID chunk =
                Ids.named(
                        "chunk/generations/%s/%s.%s"
                                .formatted(stream.generation(), place[0], place[1]));
        return Duration.between(told.get(chunk.toString()), token.time());
    }

    private static int index(Told.Event event) {
        return Integer.parseInt(event.id().orElseThrow().split("\\.", -1)[1]);
    }

    private static void figures(String what, List<Times> times) {
        Figures.line(
                "%s: first token p50 %.0f ms, p99 %.0f ms; total p50 %.0f ms, p99 %.0f ms"
                        .formatted(
                                what,
                                at(times, Times::first, 0.5),
                                at(times, Times::first, 0.99),
                                at(times, Times::last, 0.5),
                                at(times, Times::last, 0.99)));
    }

    private static double at(List<Times> times, ToDoubleFunction<Times> what, double share) {
        double[] sorted = times.stream().mapToDouble(what).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
    }

    private Times askDirectly(String question) {
        URI at = URI.create(stage.model().uri() + "/chat/completions");
        Map<String, Object> body =
                Map.of(
                        "model",
                        "sandbox:" + SHORT,
                        "stream",
                        true,
                        "messages",
                        List.of(Map.of("role", "user", "content", question)));
        HttpRequest request =
                HttpRequest.newBuilder(at)
                        .header("Authorization", "Bearer " + SandboxSettings.USUAL_KEY)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(Json.bytes(body)))
                        .build();
        long begun = System.nanoTime();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                stage.admin()
                                        .http()
                                        .send(request, BodyHandlers.ofInputStream())
                                        .body(),
                                StandardCharsets.UTF_8))) {
            long first = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (first == 0 && line.contains("\"content\":\"")) {
                    first = System.nanoTime();
                }
            }
            return new Times((first - begun) / 1e6, (System.nanoTime() - begun) / 1e6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while hearing a model", e);
        }
    }
}
