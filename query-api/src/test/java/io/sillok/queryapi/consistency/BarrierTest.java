package io.sillok.queryapi.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sillok.platform.kafka.ConsistencyToken;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.kafka.LogEpoch;
import io.sillok.platform.kafka.LogPosition;
import io.sillok.platform.kafka.LogUnavailable;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.queryapi.consistency.View.Store;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.topics.Namespace;
import io.sillok.schemas.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

final class BarrierTest {

    private static final KafkaSettings KAFKA =
            KafkaSettings.single("127.0.0.1:1", new Namespace("sillok"));
    private static final String EVENTS = KAFKA.nameOf(Topics.CATALOG_EVENTS);
    private static final String COMMANDS = KAFKA.nameOf(Topics.CATALOG_COMMANDS);
    private static final LogEpoch HERE = new LogEpoch("here");

    private final FixedPositions postgres = new FixedPositions();
    private final FixedPositions search = new FixedPositions();
    private Supplier<LogEpoch> epoch = () -> HERE;
    private Supplier<Map<TopicPartition, Long>> ends = Map::of;

    @Test
    void letsThroughWhatTheViewHasSeen() {
        postgres.put(View.MATERIALS, EVENTS, 3, 42);
        assertThat(pass(seen(EVENTS, 3, 41), View.MATERIALS)).isZero();
    }

    @Test
    void holdsBackWhatTheViewReadsNext() {
        postgres.put(View.MATERIALS, EVENTS, 3, 41);
        assertThat(pass(seen(EVENTS, 3, 41), View.MATERIALS)).isEqualTo(1);
    }

    @Test
    void asksTheStoreOfTheView() {
        postgres.put(View.MATERIALS, EVENTS, 3, 42);
        search.put(View.MATERIALS_SEARCH, EVENTS, 3, 40);
        assertThat(pass(seen(EVENTS, 3, 41), View.MATERIALS_SEARCH)).isEqualTo(2);
        assertThat(search.revealed).isZero();
    }

    @Test
    void revealsWhatTheStoreHasSeen() {
        search.put(View.MATERIALS_SEARCH, EVENTS, 3, 42);
        assertThat(pass(seen(EVENTS, 3, 41), View.MATERIALS_SEARCH)).isZero();
        assertThat(search.revealed).isOne();
    }

    @Test
    void doesNotWaitForATopicTheViewDoesNotFollow() {
        assertThat(pass(seen(COMMANDS, 3, 41), View.MATERIALS)).isZero();
        assertThat(pass(seen(COMMANDS, 3, 41), View.COMMANDS)).isEqualTo(42);
    }

    @Test
    void waitsForTheLatestOfSeveralTokens() {
        postgres.put(View.MATERIALS, EVENTS, 3, 10);
        postgres.put(View.MATERIALS, EVENTS, 4, 10);
        var demand =
                new Demand(
                        List.of(
                                token(HERE, EVENTS, 3, 11),
                                token(HERE, EVENTS, 3, 9),
                                token(HERE, EVENTS, 4, 9)),
                        false,
                        false);
        assertThat(pass(demand, View.MATERIALS)).isEqualTo(2);
    }

    @Test
    void holdsAStrongReadBackUntilTheEndOfTheLog() {
        ends = () -> Map.of(new TopicPartition(EVENTS, 0), 5L, new TopicPartition(COMMANDS, 0), 9L);
        postgres.put(View.MATERIALS, EVENTS, 0, 3);
        assertThat(pass(new Demand(List.of(), true, false), View.MATERIALS)).isEqualTo(2);
    }

    @Test
    void letsAStrongReadOfAnEmptyLogThrough() {
        ends = () -> Map.of(new TopicPartition(EVENTS, 0), 0L);
        assertThat(pass(new Demand(List.of(), true, false), View.MATERIALS)).isZero();
    }

    @Test
    void refusesATokenOfAnotherLog() {
        var demand =
                new Demand(List.of(token(new LogEpoch("elsewhere"), EVENTS, 3, 1)), false, false);
        assertThatThrownBy(() -> pass(demand, View.MATERIALS))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e ->
                                assertThat(e.problem().reason())
                                        .isEqualTo("consistency-token-invalid"));
    }

    @Test
    void refusesAPartitionThatDoesNotExist() {
        assertThatThrownBy(() -> pass(seen(EVENTS, 12, 1), View.MATERIALS))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.E4001));
    }

    @Test
    void saysSoWhenTheLogIsAway() {
        epoch =
                () -> {
                    throw new LogUnavailable("away", new TimeoutException());
                };
        assertThatThrownBy(() -> pass(seen(EVENTS, 1, 1), View.MATERIALS))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.E5005));
    }

    private long pass(Demand demand, View view) {
        return new Barrier(
                        KAFKA,
                        Duration.ofMillis(50),
                        new Barrier.Log(epoch, ends),
                        Map.of(Store.POSTGRES, postgres, Store.OPENSEARCH, search))
                .pass(demand, view);
    }

    private static Demand seen(String topic, int partition, long offset) {
        return new Demand(List.of(token(HERE, topic, partition, offset)), false, false);
    }

    private static ConsistencyToken token(
            LogEpoch epoch, String topic, int partition, long offset) {
        return ConsistencyToken.of(epoch, new LogPosition(topic, partition, offset));
    }

    private static final class FixedPositions implements PositionStore {

        private final Map<Place, Long> positions = new HashMap<>();
        private int revealed;

        void put(View view, String topic, int partition, long position) {
            positions.put(
                    new Place(view.projection(), new TopicPartition(topic, partition)), position);
        }

        @Override
        public Map<Place, Long> read() {
            return Map.copyOf(positions);
        }

        @Override
        public Map<Place, Long> read(Set<Place> places) {
            Map<Place, Long> some = new HashMap<>(read());
            some.keySet().retainAll(places);
            return some;
        }

        @Override
        public void reveal() {
            revealed++;
        }
    }
}
