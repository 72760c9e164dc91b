package io.sillok.schemas.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.jackson.JsonFormat;
import io.sillok.schemas.wire.Messages.Wire;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class StructuredEventTest {

    static final List<Wire> RECORDS =
            List.of(
                    Messages.COMMAND_WIRE,
                    Messages.EVENT_WIRE,
                    Messages.SETTLED_WIRE,
                    Messages.WORK_WIRE);

    /// What the CNCF's own library makes of it.
    private static CloudEvent read(ObjectNode structured) {
        return new JsonFormat().deserialize(Json.bytes(structured));
    }

    @ParameterizedTest
    @FieldSource("RECORDS")
    void isACloudEventInStructuredMode(Wire wire) throws IOException {
        WireRecord record = wire.record();

        CloudEvent event = read(StructuredEvent.of(record));

        assertThat(event.getSpecVersion()).hasToString("1.0");
        assertThat(record.headers())
                .containsEntry(Headers.ID, event.getId())
                .containsEntry(Headers.TYPE, event.getType())
                .containsEntry(Headers.SOURCE, event.getSource().toString())
                .containsEntry(Headers.SUBJECT, event.getSubject());
        assertThat(event.getDataContentType()).isEqualTo("application/json");
        assertThat(event.getDataSchema())
                .isEqualTo(URI.create("urn:sillok:schema:" + event.getType()));
        assertThat(requireNonNull(event.getTime()).toInstant()).isEqualTo(Messages.COMMAND.time());
    }

    @Test
    void carriesOurExtensionsAsText() throws IOException {
        CloudEvent event = read(StructuredEvent.of(Messages.EVENT.record()));

        assertThat(event.getExtension("sequence")).isEqualTo("1");
        assertThat(event.getExtension("chain")).isEqualTo(Messages.EVENT.head().chain().toString());
        assertThat(event.getExtension("actor")).isEqualTo("ada");
        assertThat(event.getExtension("traceparent"))
                .isEqualTo(Messages.COMMAND.traceparent().orElseThrow());
    }

    @Test
    void holdsTheValueAsData() throws IOException {
        ObjectNode structured = StructuredEvent.of(Messages.EVENT.record());

        assertThat(structured.path("data")).isEqualTo(Json.tree(Messages.EVENT.record().value()));
        CloudEventData data = requireNonNull(read(structured).getData());
        assertThat(new String(data.toBytes(), UTF_8)).contains("제목");
    }

    @Test
    void leavesOutHeadersThatAreNoAttributes() throws IOException {
        ObjectNode structured =
                StructuredEvent.of(Messages.EVENT_WIRE.with("X-Other", "1").record());

        assertThat(read(structured).getExtensionNames()).doesNotContain("x-other", "X-Other");
    }

    @Test
    void showsARecordWhoseHeadersAreWrong() throws IOException {
        WireRecord record = Messages.EVENT_WIRE.with(Headers.SEQUENCE, "없음").record();

        assertThat(StructuredEvent.of(record).path("sequence").asText()).isEqualTo("없음");
    }

    @Test
    void refusesAValueThatIsNotJson() {
        WireRecord record = new WireRecord("k", Map.of(), "{".getBytes(UTF_8));

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> StructuredEvent.of(record));
    }
}
