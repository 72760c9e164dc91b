package io.sillok.processors.engine.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class LogEndTest {

    private static final TopicPartition FOLLOWED = new TopicPartition("a", 0);
    private static final TopicPartition OTHER = new TopicPartition("b", 0);
    private static final LogEnd END = new LogEnd(Map.of(FOLLOWED, 5L, OTHER, 9L));

    @Test
    void isReachedByAViewThatHasReadAllItFollows() {
        assertThat(END.isReachedFrom(Map.of(FOLLOWED, 5L))).isTrue();
        assertThat(END.isReachedFrom(Map.of(FOLLOWED, 6L, OTHER, 9L))).isTrue();
    }

    @Test
    void isNotReachedByAViewThatIsBehind() {
        assertThat(END.isReachedFrom(Map.of(FOLLOWED, 4L))).isFalse();
        assertThat(END.isReachedFrom(Map.of(FOLLOWED, 5L, OTHER, 8L))).isFalse();
    }

    @Test
    void isNotReachedByAViewThatNeverBegan() {
        assertThat(END.isReachedFrom(Map.of())).isFalse();
    }
}
