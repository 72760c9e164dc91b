package io.sillok.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsTest {

    private static final Namespace NAMESPACE = new Namespace("sillok");

    @Test
    void nameATopicByNamespaceContextAndGeneration() {
        assertThat(Topics.CATALOG_EVENTS.in(NAMESPACE)).isEqualTo("sillok.catalog.events.v1");
        assertThat(Topics.DEAD_LETTERS.in(new Namespace("b2")))
                .isEqualTo("b2.operations.dead-letters.v1");
    }

    @Test
    void haveDistinctNames() {
        assertThat(Topics.ALL).extracting(topic -> topic.in(NAMESPACE)).doesNotHaveDuplicates();
    }

    @Test
    void keepEventsForEver() {
        assertThat(Topics.EVENTS)
                .isNotEmpty()
                .allSatisfy(
                        topic ->
                                assertThat(topic.config())
                                        .containsEntry("retention.ms", "-1")
                                        .containsEntry("retention.bytes", "-1")
                                        .containsEntry("cleanup.policy", "delete"));
    }

    @Test
    void keepCommandsAndWorkForAWeek() {
        String week = Long.toString(Duration.ofDays(7).toMillis());

        assertThat(Topics.CATALOG_COMMANDS.config()).containsEntry("retention.ms", week);
        assertThat(Topics.WORK_SCANS.config()).containsEntry("retention.ms", week);
    }

    @Test
    void haveOnePartitionForWork() {
        assertThat(Topics.WORK_GENERATE.partitions(12)).isEqualTo(1);
        assertThat(Topics.GENERATION_EVENTS.partitions(12)).isEqualTo(12);
        assertThat(Topics.GENERATION_COMMANDS.partitions(12)).isEqualTo(12);
    }

    @Test
    void keepWhatModelsSayForAnHour() {
        assertThat(Topics.GENERATION_CHUNKS.config())
                .containsEntry("retention.ms", Long.toString(Duration.ofHours(1).toMillis()))
                .containsEntry("segment.ms", Long.toString(Duration.ofMinutes(15).toMillis()));
    }

    @Test
    void keepTheNewestOfEachCredentialOnly() {
        assertThat(Topics.IDENTITY_CREDENTIALS.config())
                .containsEntry("cleanup.policy", "compact")
                .containsEntry("retention.ms", "-1")
                .containsKey("max.compaction.lag.ms");
    }

    @Test
    void nameThingsInEveryEngine() {
        assertThat(NAMESPACE.dotted("scan")).isEqualTo("sillok.scan");
        assertThat(NAMESPACE.hyphenated("materials")).isEqualTo("sillok-materials");
        assertThat(NAMESPACE.underscored("live")).isEqualTo("sillok_live");
        assertThat(NAMESPACE).hasToString("sillok");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Sillok",
                "1a",
                "a-b",
                "a_b",
                "a.b",
                "실록",
                "a\n",
                "a;drop",
                "abcdefghijklmnopqrstuvwxyz01234"
            })
    void refuseANamespaceThatSomeEngineCannotName(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Namespace(value));
    }
}
