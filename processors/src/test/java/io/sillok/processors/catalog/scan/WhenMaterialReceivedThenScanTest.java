package io.sillok.processors.catalog.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.processors.engine.Consequence;
import io.sillok.schemas.catalog.MaterialEvent;
import io.sillok.schemas.catalog.MaterialId;
import io.sillok.schemas.catalog.ScanWork;
import io.sillok.schemas.catalog.Sha256;
import io.sillok.schemas.catalog.StoredFile;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Chain;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.topics.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WhenMaterialReceivedThenScanTest {

    private static final UUID SOME = Ids.named("some");
    private static final MaterialId MATERIAL = new MaterialId(SOME);
    private static final StoredFile FILE =
            new StoredFile("a.txt", "a.txt", "text/plain", 1, new Sha256("0".repeat(64)));

    private final WhenMaterialReceivedThenScan reaction = new WhenMaterialReceivedThenScan();

    @Test
    void asksForAScanOfWhatWasReceived() {
        List<Consequence> consequences =
                reaction.on(
                        event(
                                new MaterialEvent.Received(
                                        MATERIAL,
                                        "title",
                                        Optional.empty(),
                                        Optional.empty(),
                                        FILE,
                                        "ada")));

        assertThat(consequences)
                .singleElement()
                .isInstanceOfSatisfying(
                        Consequence.Work.class,
                        asked -> {
                            assertThat(asked.work().work()).isEqualTo(new ScanWork(MATERIAL, FILE));
                            assertThat(asked.work().key().value()).isEqualTo("materials/" + SOME);
                        });
        assertThat(reaction.topic()).isEqualTo(Topics.WORK_SCANS);
    }

    @Test
    void leavesOtherEventsAlone() {
        assertThat(reaction.on(event(new MaterialEvent.Withdrawn(MATERIAL)))).isEmpty();
    }

    private static EventEnvelope<Object> event(MaterialEvent event) {
        return new EventEnvelope<>(
                SOME,
                BoundaryKey.of(MATERIAL.subject()),
                MATERIAL.subject(),
                1,
                Chain.START,
                Instant.EPOCH,
                "ada",
                SOME,
                new CommandId(SOME),
                Optional.empty(),
                event);
    }
}
