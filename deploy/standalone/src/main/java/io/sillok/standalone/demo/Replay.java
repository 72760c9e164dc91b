package io.sillok.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.schemas.catalog.Material;
import io.sillok.schemas.catalog.MaterialEvent;
import io.sillok.schemas.catalog.MaterialResource;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Chain;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.wire.Json;
import io.sillok.schemas.wire.MessageTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The history of one material, as the audit gives it out, made into the material again.
record Replay(List<EventEnvelope<MaterialEvent>> events) {

    static Replay of(Visitor visitor, String id) throws InterruptedException {
        var answer = visitor.get("/api/v1/audit/export?subject=materials/" + id).expect(200);
        var lines = new String(answer.bytes(), StandardCharsets.UTF_8).lines().toList();
        var events = new ArrayList<EventEnvelope<MaterialEvent>>();
        for (var line : lines) {
            events.add(event(line));
        }
        return new Replay(events);
    }

    /// What the events amount to, as the APIs would show it.
    JsonNode resource() {
        var material = Optional.<Material>empty();
        for (var event : events) {
            material = Optional.of(Material.evolve(material, event));
        }
        var replayed = material.orElseThrow(() -> Unexpected.of("the material has no events"));
        try {
            // through bytes, so that numbers are read as those of an answer are
            return Json.tree(Json.bytes(MaterialResource.of(replayed)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EventEnvelope<MaterialEvent> event(String line) {
        JsonNode event;
        try {
            event = Json.tree(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            throw Unexpected.of("a line of the audit is not JSON: " + line);
        }
        var subject = Subject.parse(event.path("subject").asText());
        return new EventEnvelope<>(
                Ids.parse(event.path("id").asText()),
                BoundaryKey.of(subject),
                subject,
                event.path("sequence").asLong(),
                new Chain(event.path("chain").asText()),
                Instant.parse(event.path("time").asText()),
                event.path("actor").asText(),
                Ids.parse(event.path("correlationid").asText()),
                CommandId.parse(event.path("causationid").asText()),
                Optional.empty(),
                data(event));
    }

    private static MaterialEvent data(JsonNode event) {
        var name = event.path("type").asText();
        var type =
                MessageTypes.named(name)
                        .orElseThrow(() -> Unexpected.of("an event of an unknown type " + name));
        return (MaterialEvent) Json.convert(event.path("data"), type.javaType());
    }
}
