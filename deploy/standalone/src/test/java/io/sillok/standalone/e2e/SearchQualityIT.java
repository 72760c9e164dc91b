package io.sillok.standalone.e2e;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.averagingDouble;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.standalone.stage.Answer;
import io.sillok.standalone.stage.Client;
import io.sillok.standalone.stage.LabelledSearch;
import io.sillok.standalone.stage.LabelledSearch.Document;
import io.sillok.standalone.stage.LabelledSearch.Question;
import io.sillok.standalone.stage.OnEveryEngineHome;
import io.sillok.standalone.stage.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// How well people find things: a labelled set of questions, asked of the whole platform.
@ClassTemplate
@ExtendWith(OnEveryEngineHome.class)
class SearchQualityIT {

    private static final int DEPTH = 5;

    private static final Map<String, String> TYPES =
            LabelledSearch.documents().stream()
                    .collect(toUnmodifiableMap(Document::key, Document::foundAs));

    private final Client admin;
    private final Map<String, String> keys = new HashMap<>();

    SearchQualityIT(Stage stage) {
        this.admin = stage.admin();
    }

    /// What came of one question.
    ///
    /// @param recall how much of what is expected is among the first five
    /// @param reciprocal of the rank of the first that is expected; 0 when there is none
    private record Outcome(
            Question question, List<String> found, double recall, double reciprocal) {

        static Outcome of(Question question, List<String> found) {
            List<String> first = found.stream().limit(DEPTH).toList();
            long hits = question.expected().stream().filter(first::contains).count();
            int rank = 0;
            while (rank < found.size() && !question.expected().contains(found.get(rank))) {
                rank++;
            }
            return new Outcome(
                    question,
                    found,
                    (double) hits / question.expected().size(),
                    rank < found.size() ? 1.0 / (rank + 1) : 0);
        }

        boolean isPerfect() {
            return recall == 1 && reciprocal == 1;
        }
    }

    @Test
    void whatPeopleLookForComesFirst() {
        fill();

        List<Outcome> outcomes =
                LabelledSearch.questions().stream()
                        .map(question -> Outcome.of(question, found(question.text())))
                        .toList();

        double recall = outcomes.stream().collect(averagingDouble(Outcome::recall));
        double reciprocal = outcomes.stream().collect(averagingDouble(Outcome::reciprocal));
        report(outcomes, recall, reciprocal);
        initialConsonantsSuggestTheWholeTitle();
        assertThat(outcomes).hasSizeGreaterThanOrEqualTo(60);
        assertThat(outcomes)
                .extracting(SearchQualityIT::wanted)
                .contains("material", "item", "post", "talent");
        assertThat(recall).as("recall@5").isGreaterThanOrEqualTo(0.95);
        assertThat(reciprocal).as("MRR").isGreaterThanOrEqualTo(0.85);
    }

    private void fill() {
        for (Document document : LabelledSearch.documents()) {
            Answer made = document.create(admin);
            assertThat(made.status()).as("%s: %s", document.key(), made).isEqualTo(201);
            keys.put(made.id(), document.key());
        }
    }

    private void initialConsonantsSuggestTheWholeTitle() {
        LabelledSearch.questions().stream()
                .filter(question -> question.kind().equals("initials"))
                .forEach(
                        question ->
                                assertThat(suggested(question.text()))
                                        .as(question.text())
                                        .containsAll(question.expected()));
    }

    private List<String> found(String text) {
        return keysOf(
                admin.get(
                        "/api/v1/search?size=20&q=" + Stage.encoded(text),
                        "Consistency",
                        "strong"));
    }

    private List<String> suggested(String text) {
        return keysOf(
                admin.get(
                        "/api/v1/search/suggest?q=" + Stage.encoded(text),
                        "Consistency",
                        "strong"));
    }

    private List<String> keysOf(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.json()
                .path("items")
                .valueStream()
                .map(hit -> keys.getOrDefault(hit.path("id").asText(), "?"))
                .toList();
    }

    private static void report(List<Outcome> outcomes, double recall, double reciprocal) {
        LabelledSearch.say(
                "search quality: %d questions, recall@5 %.3f, MRR %.3f"
                        .formatted(outcomes.size(), recall, reciprocal));
        reportBy(outcome -> outcome.question().kind(), outcomes);
        reportBy(SearchQualityIT::wanted, outcomes);
        outcomes.stream()
                .filter(outcome -> !outcome.isPerfect())
                .forEach(
                        outcome ->
                                LabelledSearch.say(
                                        "search quality: '%s' wants %s, found %s"
                                                .formatted(
                                                        outcome.question().text(),
                                                        outcome.question().expected(),
                                                        outcome.found())));
    }

    private static void reportBy(Function<Outcome, String> group, List<Outcome> outcomes) {
        new TreeMap<>(outcomes.stream().collect(groupingBy(group)))
                .forEach(
                        (name, of) ->
                                LabelledSearch.say(
                                        "search quality: %-9s %3d, recall@5 %.3f, MRR %.3f"
                                                .formatted(
                                                        name,
                                                        of.size(),
                                                        of.stream()
                                                                .collect(
                                                                        averagingDouble(
                                                                                Outcome::recall)),
                                                        of.stream()
                                                                .collect(
                                                                        averagingDouble(
                                                                                Outcome
                                                                                        ::reciprocal)))));
    }

    /// The type of what a question is about.
    private static String wanted(Outcome outcome) {
        return requireNonNull(TYPES.get(outcome.question().expected().getFirst()));
    }
}
