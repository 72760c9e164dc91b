package io.sillok.standalone.e2e;

import static io.sillok.standalone.stage.Coder.TO_THE_END;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.sandbox.SandboxSettings;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private final Stage stage;

    GenerationStreamsIT(Stage stage) {
        this.stage = stage;
    }

    /// When somebody was told what.
    ///
    /// @param first token, in ms from the request
    /// @param last event, in ms from the request
    private record Times(double first, double last) {}

    @Test
    void twoHundredStreamsAreWholeAndInOrder() {
        List<Coder> coders =
                IntStream.range(0, STREAMS / EACH_MAY_ASK)
                        .mapToObj(_ -> Coder.fresh(stage))
                        .toList();
        List<String> agents = coders.stream().map(coder -> coder.agent(MODEL)).toList();
        List<Times> times = new ArrayList<>();

        List<Told> told =
                Together.map(
                        IntStream.range(0, STREAMS),
                        STREAMS,
                        i -> {
                            int who = i % coders.size();
                            long begun = System.nanoTime();
                            Told one =
                                    coders.get(who).stream(
                                            "Question " + i, agents.get(who), TO_THE_END);
                            synchronized (times) {
                                times.add(times(begun, one));
                            }
                            return one;
                        });

        for (int i = 0; i < STREAMS; i++) {
            Told one = told.get(i);
            assertThat(one.last().name()).as("%s", one.last()).isEqualTo("done");
            assertThat(one.last().data().at("/usage/completion_tokens").asInt()).isEqualTo(TOKENS);
            assertThat(one.events()).noneMatch(event -> event.name().equals("restart"));
            List<Integer> indices = one.tokens().stream().map(GenerationStreamsIT::index).toList();
            assertThat(indices).isEqualTo(IntStream.range(0, indices.size()).boxed().toList());
            JsonNode kept = coders.get(i % coders.size()).generation(one.generation());
            assertThat(one.text()).isEqualTo(kept.at("/answer/text").asText());
        }
        figures(STREAMS + " streams of " + TOKENS + " tokens", times);
    }

    @Test
    void everyStreamThatIsCutGoesOnWithTheSameText() {
        List<Coder> coders = IntStream.range(0, 10).mapToObj(_ -> Coder.fresh(stage)).toList();

        List<Boolean> same =
                Together.map(
                        IntStream.range(0, 40),
                        40,
                        i -> {
                            Coder coder = coders.get(i % coders.size());
                            Told cut = coder.stream("Cut " + i, coder.agent(MODEL), CUT_AT + i);
                            Told rest =
                                    coder.follow(cut.generation(), "Last-Event-ID", cut.place());
                            String whole =
                                    coder.generation(cut.generation()).at("/answer/text").asText();
                            return rest.last().data().path("status").asText().equals("success")
                                    && (cut.text() + rest.text()).equals(whole);
                        });

        assertThat(same).hasSize(40).containsOnly(true);
    }

    @Test
    void costsLittleMoreThanAskingTheModelItself() {
        Coder coder = Coder.fresh(stage);
        String agent = coder.agent(MODEL);
        coder.stream("Warm up", agent, TO_THE_END);
        List<Times> through = new ArrayList<>();
        List<Times> direct = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            long begun = System.nanoTime();
            Told told = coder.stream("One at a time " + i, agent, TO_THE_END);
            through.add(times(begun, told));
            direct.add(askDirectly("One at a time " + i));
        }

        assertThat(through).hasSameSizeAs(direct);
        figures("one stream, through the platform", through);
        figures("one stream, from the model itself", direct);
    }

    private static int index(Told.Event event) {
        return Integer.parseInt(event.id().orElseThrow().split("\\.", -1)[1]);
    }

    private static Times times(long begun, Told told) {
        return new Times(
                (told.tokens().getFirst().nanos() - begun) / 1e6,
                (told.last().nanos() - begun) / 1e6);
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
                        "sandbox:" + MODEL,
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
