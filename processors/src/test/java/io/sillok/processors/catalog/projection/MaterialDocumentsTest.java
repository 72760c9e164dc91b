package io.sillok.processors.catalog.projection;

import static io.sillok.processors.catalog.projection.Stories.material;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.processors.engine.projection.SearchDocuments.Rendering;
import io.sillok.schemas.catalog.Material;
import io.sillok.schemas.catalog.MaterialEvent;
import io.sillok.schemas.catalog.Sha256;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Chain;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MaterialDocumentsTest {

    private static final Sha256 TEXT = new Sha256("a".repeat(64));
    private static final MaterialDocuments DOCUMENTS =
            new MaterialDocuments(
                    address -> address.equals(TEXT) ? Optional.of("찾을 글") : Optional.empty());

    @Test
    void showACleanMaterialWithTheTextInsideItsFile() {
        ObjectNode fields = fields(Stories.received(1), Stories.cleared(1, TEXT));
        assertThat(fields.path("title").asText()).isEqualTo("교육자료 1");
        assertThat(fields.path("initials").asText()).isEqualTo("ㄱㅇㅈㄹ");
        assertThat(fields.path("text").asText()).isEqualTo("찾을 글");
        assertThat(fields.path("status").asText()).isEqualTo("clean");
    }

    @Test
    void showNothingOfAnUnscannedInfectedOrWithdrawnMaterial() {
        assertTombstone(fields(Stories.received(1)));
        assertTombstone(
                fields(Stories.received(1), new MaterialEvent.FoundInfected(material(1), "Eicar")));
        assertTombstone(
                fields(Stories.received(1), Stories.cleared(1, TEXT), Stories.withdrawn(1)));
    }

    @Test
    void refuseAMaterialWhoseTextIsGone() {
        Sha256 gone = new Sha256("b".repeat(64));
        assertThat(DOCUMENTS.render(fold(Stories.received(1), Stories.cleared(1, gone))))
                .isInstanceOf(Rendering.Impossible.class);
    }

    @Test
    void needNoTextOfAForgottenMaterial() {
        Sha256 gone = new Sha256("b".repeat(64));
        assertTombstone(
                fields(Stories.received(1), Stories.cleared(1, gone), Stories.forgotten(1)));
    }

    private static void assertTombstone(ObjectNode fields) {
        assertThat(fields.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder(
                        "type", "status", "withdrawn", "created_at", "updated_at");
        assertThat(fields.path("withdrawn").asBoolean()).isTrue();
    }

    private static ObjectNode fields(MaterialEvent... events) {
        return ((Rendering.Fields) DOCUMENTS.render(fold(events))).fields();
    }

    private static Material fold(MaterialEvent... events) {
        Optional<Material> material = Optional.empty();
        for (MaterialEvent event : List.of(events)) {
            long sequence = material.map(Material::version).orElse(0L) + 1;
            material = Optional.of(Material.evolve(material, envelope(event, sequence)));
        }
        return material.orElseThrow();
    }

    private static EventEnvelope<MaterialEvent> envelope(MaterialEvent event, long sequence) {
        return new EventEnvelope<>(
                Ids.named("event/" + sequence),
                BoundaryKey.of(event.material().subject()),
                event.material().subject(),
                sequence,
                Chain.START,
                Instant.EPOCH,
                "test",
                Ids.named("request"),
                new CommandId(Ids.named("command")),
                Optional.empty(),
                event);
    }
}
