package io.sillok.standalone.e2e;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.platform.testkit.WholeLog;
import io.sillok.platform.testkit.WholeLog.Stored;
import io.sillok.schemas.topics.Topics;
import io.sillok.standalone.stage.Answer;
import io.sillok.standalone.stage.Client;
import io.sillok.standalone.stage.Coder;
import io.sillok.standalone.stage.Figures;
import io.sillok.standalone.stage.OnEveryEngineHome;
import io.sillok.standalone.stage.Person;
import io.sillok.standalone.stage.Stage;
import io.sillok.standalone.stage.Together;
import io.sillok.standalone.stage.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Budgets, when many ask at once and when a worker dies.
@ClassTemplate
@ExtendWith(OnEveryEngineHome.class)
class GenerationBudgetIT {

    private static final int RIVALS = 100;
    private static final int FIT = 10;
    private static final int UNDER_WAY = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Set<String> ENDS = Set.of("completed", "failed");

    private final Stage stage;

    GenerationBudgetIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void ofTenIsEnoughForTenOfAHundredRivals() {
        Person person = Person.register(stage);
        Client client = person.signIn().client();
        Coder coder = new Coder(stage, person.id(), client);
        List<String> keys = IntStream.range(0, 3).mapToObj(i -> key(client, i)).toList();
        String agent = coder.agent("first-8000:tokens-20");
        long each = reservedForOne(coder, agent);
        long spent = coder.budget().path("spent").asLong();
        coder.allow(spent + FIT * each + each / 2);

        List<Answer> answers =
                Together.map(
                        IntStream.range(0, RIVALS),
                        RIVALS,
                        i -> ask(keys.get(i % keys.size()), agent, 100 + i));

        Map<Integer, Long> statuses =
                answers.stream().collect(groupingBy(Answer::status, counting()));
        assertThat(statuses).isEqualTo(Map.of(200, (long) FIT, 409, (long) RIVALS - FIT));
        assertThat(answers.stream().filter(answer -> answer.status() == 409))
                .allSatisfy(
                        answer -> {
                            assertThat(answer.code()).isEqualTo("E4008");
                            assertThat(answer.reason()).isEqualTo("budget-exhausted");
                        });
        long took =
                answers.stream()
                        .filter(answer -> answer.status() == 200)
                        .mapToLong(answer -> answer.json().at("/usage/total_tokens").asLong())
                        .sum();
        JsonNode budget = coder.budget();
        assertThat(budget.path("spent").asLong()).isEqualTo(spent + took);
        assertThat(budget.path("reserved").asLong()).isZero();
        assertThat(budget.path("spent").asLong())
                .isLessThanOrEqualTo(budget.path("granted").asLong());
    }

    @Test
    void areExactWhenAWorkerDiesInTheMiddle() {
        Coder coder = Coder.fresh(stage);
        String told = begin(coder, Coder.STREAM, coder.agent("each-20:tokens-800"), "Outlive");
        String agent = coder.agent("each-20:tokens-200");
        List<String> ids =
                IntStream.range(1, UNDER_WAY)
                        .mapToObj(i -> begin(coder, Coder.GENERATE, agent, "Outlive " + i))
                        .collect(toCollection(() -> new ArrayList<>(List.of(told))));
        String place = coder.follow(told, 5).place();
        Awaitility.await().atMost(PATIENCE).until(() -> count(coder, "started") >= UNDER_WAY / 2);

        stage.processors().kill();
        long begun = System.nanoTime();
        stage.processors().start();
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> count(coder, "completed") + count(coder, "failed") == UNDER_WAY);

        Told rest = coder.follow(told, "Last-Event-ID", place);
        assertThat(rest.events()).extracting(Told.Event::name).contains("restart");
        assertThat(rest.text()).isEqualTo(coder.generation(told).at("/answer/text").asText());
        List<JsonNode> all = ids.stream().map(coder::generation).toList();
        assertThat(all)
                .allSatisfy(
                        one -> {
                            String status = one.path("status").asText();
                            assertThat(status).isIn(ENDS);
                            assertThat(one.path("incident_id").asText())
                                    .matches(
                                            status.equals("failed")
                                                    ? "INC-\\d{8}-[0-9A-F]{8}"
                                                    : "");
                        });
        assertThat(ends(ids)).hasSize(UNDER_WAY).allMatch(times -> times == 1);
        long took =
                all.stream()
                        .mapToLong(
                                one ->
                                        one.at("/usage/prompt_tokens").asLong()
                                                + one.at("/usage/completion_tokens").asLong())
                        .sum();
        JsonNode budget = coder.budget();
        assertThat(budget.path("spent").asLong()).isEqualTo(took);
        assertThat(budget.path("reserved").asLong()).isZero();
        Figures.line(
                "worker killed among %d generations: %d completed, %d failed, %d on a second try; all over %d ms later"
                        .formatted(
                                UNDER_WAY,
                                count(coder, "completed"),
                                count(coder, "failed"),
                                all.stream().filter(one -> one.path("attempt").asInt() > 1).count(),
                                Duration.ofNanos(System.nanoTime() - begun).toMillis()));
    }

    private static String key(Client client, int number) {
        return client.post(
                        "/api/v1/api-keys",
                        Map.of("name", "key " + number, "scopes", List.of("generation:use")))
                .json()
                .path("key")
                .asText();
    }

    /// What is put aside for one question of this form.
    private static long reservedForOne(Coder coder, String agent) {
        coder.allow(10_000_000);
        String id = begin(coder, Coder.GENERATE, agent, "Question 000");
        long reserved =
                Awaitility.await()
                        .atMost(PATIENCE)
                        .until(
                                () -> coder.budget().path("reserved").asLong(),
                                tokens -> tokens > 0);
        coder.client().post("/api/v1/generations/" + id + "/stop", "{}");
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> coder.generation(id).path("status").asText().equals("stopped"));
        return reserved;
    }

    private Answer ask(String key, String agent, int number) {
        return stage.anonymous()
                .post(
                        Coder.GENERATE,
                        Map.of("user_question", "Question " + number, "agent_id", agent),
                        "X-API-Key",
                        key);
    }

    private static String begin(Coder coder, String path, String agent, String question) {
        Map<String, Object> body = new HashMap<>();
        body.put("user_question", question);
        body.put("agent_id", agent);
        Answer begun = coder.client().post(path, body, "Prefer", "respond-async");
        assertThat(begun.status()).as("%s", begun).isEqualTo(202);
        String subject = begun.json().path("subject").asText();
        return subject.isEmpty() ? begun.id() : subject.substring(subject.indexOf('/') + 1);
    }

    private static int count(Coder coder, String status) {
        return coder.client()
                .get("/api/v1/history?size=1&status=" + status, "Prefer", "handling=lenient")
                .json()
                .path("total")
                .asInt();
    }

    /// How often each generation ended, as the log has it.
    private List<Long> ends(List<String> ids) {
        Map<String, Long> ends =
                new WholeLog(stage.addresses().kafka())
                        .read(Topics.GENERATION_EVENTS.in(stage.namespace())).stream()
                                .filter(GenerationBudgetIT::isEnd)
                                .map(stored -> stored.record().header("ce_subject").orElseThrow())
                                .collect(groupingBy(subject -> subject, counting()));
        return ids.stream().map(id -> ends.getOrDefault("generations/" + id, 0L)).toList();
    }

    private static boolean isEnd(Stored stored) {
        return stored.record()
                .header("ce_type")
                .filter(
                        type ->
                                type.matches(
                                        "io\\.sillok\\.generation\\.generation-(completed|failed|stopped)\\.v1"))
                .isPresent();
    }
}
