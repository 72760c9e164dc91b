package io.sillok.schemas.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.schemas.generation.AnswerStream.Step;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class AnswerStreamTest {

    private static final UserId ADA =
            new UserId(UUID.fromString("0190f3a0-0000-7000-8000-000000000001"));
    private static final GenerationId ID = GenerationId.of(AccountId.of(ADA), new UUID(1, 2));
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    private static Chunk chunk(int attempt, int index, String text) {
        return new Chunk(ID, ADA, attempt, index, Optional.of(text));
    }

    private static AnswerEnd completed(int attempt, int chunks, String text) {
        return end(GenerationStatus.COMPLETED, attempt, chunks, Optional.of(text));
    }

    private static AnswerEnd end(
            GenerationStatus status, int attempt, int chunks, Optional<String> text) {
        boolean failed = status == GenerationStatus.FAILED;
        return new AnswerEnd(
                ID,
                3,
                status,
                attempt,
                chunks,
                text.map(
                        all ->
                                new Answer(
                                        all,
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of(),
                                        "0".repeat(64))),
                Optional.of("sandbox"),
                Optional.empty(),
                false,
                Optional.empty(),
                failed
                        ? Optional.of(Problem.of(ErrorCode.E5001, "model-timed-out", "Too slow."))
                        : Optional.empty(),
                Optional.empty(),
                NOW);
    }

    /// What a listener has in the end: the words that count.
    private static String text(List<Step> steps) {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            switch (step) {
                case Step.Said(_, var more) -> text.append(more);
                case Step.Restarted _ -> text.setLength(0);
                case Step.Ended _ -> text.append('.');
            }
        }
        return text.toString();
    }

    @Test
    void tellsChunksAsTheyComeAndThenTheEnd() {
        AnswerStream stream = new AnswerStream(StreamPlace.START);
        List<Step> steps = new ArrayList<>(stream.take(chunk(1, 0, "가")));
        steps.addAll(stream.take(chunk(1, 1, "나다")));
        steps.addAll(stream.take(completed(1, 2, "가나다")));

        assertThat(steps)
                .containsExactly(
                        new Step.Said(new StreamPlace(1, 0, 1), "가"),
                        new Step.Said(new StreamPlace(1, 1, 3), "나다"),
                        new Step.Ended(completed(1, 2, "가나다")));
        assertThat(stream.isOver()).isTrue();
    }

    @Test
    void waitsForChunksThatTheEndHasOvertaken() {
        AnswerStream stream = new AnswerStream(StreamPlace.START);
        stream.take(chunk(1, 0, "one "));
        assertThat(stream.take(completed(1, 2, "one two"))).isEmpty();
        assertThat(stream.isWaitingForChunks()).isTrue();

        assertThat(text(stream.take(chunk(1, 1, "two")))).isEqualTo("two.");
    }

    @Test
    void takesFromTheAnswerWhatNeverCame() {
        AnswerStream stream = new AnswerStream(StreamPlace.START);
        List<Step> steps = new ArrayList<>(stream.take(chunk(1, 0, "one ")));
        steps.addAll(stream.take(completed(1, 3, "one two three")));
        steps.addAll(stream.waitNoLonger());

        assertThat(text(steps)).isEqualTo("one two three.");
    }

    @Test
    void tellsNothingTwice() {
        AnswerStream stream = new AnswerStream(StreamPlace.START);
        stream.take(chunk(1, 0, "one"));

        assertThat(stream.take(chunk(1, 0, "one"))).isEmpty();
        stream.take(completed(1, 1, "one"));
        assertThat(stream.take(completed(1, 1, "one"))).isEmpty();
        assertThat(stream.waitNoLonger()).isEmpty();
    }

    @Test
    void saysWhenALaterAttemptBegins() {
        AnswerStream stream = new AnswerStream(StreamPlace.START);
        List<Step> steps = new ArrayList<>(stream.take(chunk(1, 0, "wrong")));
        steps.addAll(stream.take(chunk(2, 0, "right")));
        steps.addAll(stream.take(chunk(1, 1, " late")));
        steps.addAll(stream.take(completed(2, 1, "right")));

        assertThat(steps).contains(new Step.Restarted(2));
        assertThat(text(steps)).isEqualTo("right.");
    }

    @Test
    void saysNothingOfAttemptsThatSaidNothing() {
        AnswerStream stream = new AnswerStream(StreamPlace.START);

        assertThat(stream.take(chunk(3, 0, "first")))
                .containsExactly(new Step.Said(new StreamPlace(3, 0, 5), "first"));
    }

    @Test
    void goesOnFromAPlace() {
        AnswerStream stream = new AnswerStream(new StreamPlace(1, 0, 4));
        List<Step> steps = new ArrayList<>(stream.take(chunk(1, 0, "one ")));
        steps.addAll(stream.take(chunk(1, 1, "two")));
        steps.addAll(stream.take(completed(1, 2, "one two")));

        assertThat(text(steps)).isEqualTo("two.");
    }

    @Test
    void goesOnFromAPlaceInAnAnswerThatIsThere() {
        AnswerStream stream = new AnswerStream(new StreamPlace(1, 0, 4));

        assertThat(text(stream.take(completed(1, 0, "one two")))).isEqualTo("two.");
    }

    @Test
    void beginsAnewForWhoHeardAnotherAttempt() {
        AnswerStream stream = new AnswerStream(new StreamPlace(1, 5, 40));

        List<Step> steps = stream.take(completed(2, 0, "one two"));

        assertThat(steps).startsWith(new Step.Restarted(2));
        assertThat(text(steps)).isEqualTo("one two.");
    }

    @Test
    void leavesGapsToTheEnd() {
        AnswerStream stream = new AnswerStream(StreamPlace.START);
        List<Step> steps = new ArrayList<>(stream.take(chunk(1, 4, "five")));
        steps.addAll(stream.take(completed(1, 5, "one two five")));
        steps.addAll(stream.waitNoLonger());

        assertThat(text(steps)).isEqualTo("one two five.");
    }

    @Test
    void endsAtOnceWhenItFailed() {
        AnswerStream stream = new AnswerStream(StreamPlace.START);
        stream.take(chunk(1, 0, "one"));

        assertThat(stream.take(end(GenerationStatus.FAILED, 1, 0, Optional.empty())))
                .containsExactly(
                        new Step.Ended(end(GenerationStatus.FAILED, 1, 0, Optional.empty())));
    }

    @Test
    void readsItsPlacesAgain() {
        StreamPlace place = new StreamPlace(2, 17, 204);

        assertThat(StreamPlace.parse(place.toString())).hasValue(place);
        assertThat(StreamPlace.parse("2.17")).isEmpty();
        assertThat(StreamPlace.parse("2.-1.3")).isEmpty();
    }
}
