package io.sillok.processors.engine.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sillok.engines.Engines;
import io.sillok.platform.kafka.LogPosition;
import io.sillok.schemas.catalog.MaterialEvent;
import io.sillok.schemas.catalog.MaterialId;
import io.sillok.schemas.catalog.Sha256;
import io.sillok.schemas.catalog.StoredFile;
import io.sillok.schemas.topics.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Positions are moved by one writer only, whatever the store.
@TestInstance(Lifecycle.PER_CLASS)
class PositionsIT {

    private Engines engines;
    private ProjectionStage stage;
    private TopicPartition partition;

    @BeforeAll
    void start(@TempDir Path folder) {
        engines = Engines.start(folder.resolve("engines"));
        stage = new ProjectionStage(engines, "positions", folder);
        partition = new TopicPartition(stage.kafka().nameOf(Topics.CATALOG_EVENTS), 0);
    }

    @AfterAll
    void stop() {
        stage.close();
        engines.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"materials", "materials-search"})
    void aZombieWritesNothing(String projection) {
        ProjectionWriter<?> zombie = writer(projection);
        ProjectionWriter<?> heir = writer(projection);
        RowDigest before = stage.projection(projection).digest();

        heir.write(List.of(), advance(0, 5), true);
        assertThatExceptionOfType(PositionConflict.class)
                .isThrownBy(() -> zombie.write(List.of(), advance(0, 3), true));
        assertThat(heir.begin(Map.of(partition, 0L))).containsEntry(partition, 5L);

        LogRecord received = received();
        heir.write(List.of(received), advance(5, 6), true);
        assertThatExceptionOfType(PositionConflict.class)
                .isThrownBy(() -> zombie.write(List.of(received), advance(0, 6), true));
        assertThat(zombie.begin(Map.of(partition, 0L))).containsEntry(partition, 6L);
        assertThat(stage.projection(projection).digest().rows()).isEqualTo(before.rows() + 1);

        assertThat(zombie.write(List.of(), advance(6, 7), false)).isFalse();
        assertThat(heir.begin(Map.of(partition, 0L))).containsEntry(partition, 6L);
        zombie.write(List.of(), advance(6, 7), true);
        assertThat(heir.begin(Map.of(partition, 0L))).containsEntry(partition, 7L);
    }

    private ProjectionWriter<?> writer(String projection) {
        ProjectionWriter<?> writer =
                stage.projection(projection).writer(new ProjectionName(projection, 1));
        assertThat(writer.begin(Map.of(partition, 0L))).containsEntry(partition, 0L);
        return writer;
    }

    private Advance advance(long from, long to) {
        return new Advance(Map.of(partition, from), Map.of(partition, to));
    }

    private LogRecord received() {
        StoredFile file =
                new StoredFile("a.pdf", "a.pdf", "application/pdf", 1, new Sha256("0".repeat(64)));
        MaterialEvent event =
                new MaterialEvent.Received(
                        new MaterialId(UUID.randomUUID()),
                        "title",
                        Optional.empty(),
                        Optional.empty(),
                        file,
                        "owner");
        return new LogRecord(
                Topics.CATALOG_EVENTS,
                new LogPosition(partition.topic(), partition.partition(), 5),
                stage.events().seal(event));
    }
}
