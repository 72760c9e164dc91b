package io.sillok.queryapi.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class AskedTest {

    private final List<CompletableFuture<Integer>> questions = new ArrayList<>();
    private final Asked<Integer> asked =
            new Asked<>(
                    () -> {
                        questions.add(new CompletableFuture<>());
                        return questions.getLast();
                    });

    @Test
    void putsOneQuestionAtATimeAndSharesTheNext() {
        var first = asked.ask();
        var second = asked.ask();
        var third = asked.ask();
        assertThat(questions).hasSize(1);
        questions.getFirst().complete(1);
        assertThat(questions).hasSize(2);
        questions.getLast().complete(2);
        assertThat(first).isCompletedWithValue(1);
        assertThat(second).isCompletedWithValue(2);
        assertThat(third).isCompletedWithValue(2);
        assertThat(questions).hasSize(2);
    }

    @Test
    void asksAgainAfterAFailure() {
        var first = asked.ask();
        questions.getFirst().completeExceptionally(new IllegalStateException());
        var second = asked.ask();
        questions.getLast().complete(2);
        assertThat(first).isCompletedExceptionally();
        assertThat(second).isCompletedWithValue(2);
    }
}
