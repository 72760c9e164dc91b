package io.sillok.standalone.stage;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.schemas.wire.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a client was told by a stream of server-sent events, until it ended or the client had
/// enough.
///
/// @param events in their order
public record Told(List<Event> events) {

    public Told {
        events = List.copyOf(events);
    }

    /// One event.
    ///
    /// @param time when it was heard
    /// @param nanos of the monotonic clock, then
    public record Event(
            String name, Optional<String> id, JsonNode data, Instant time, long nanos) {}

    private static final String RESTART = "restart";

    /// Beyond this nothing is expected any more.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// Hears a stream to its end, or until so many tokens were heard.
    ///
    /// @throws AssertionError when there is no end in sight
    public static Told hear(InputStream stream, int enough) {
        List<Event> events = new ArrayList<>();
        long begun = System.nanoTime();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            Map<String, String> fields = new HashMap<>();
            int tokens = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isEmpty()) {
                    int colon = line.indexOf(':');
                    fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
                } else if (fields.containsKey("data")) {
                    Event event = event(fields);
                    events.add(event);
                    tokens += event.name().equals("token") ? 1 : 0;
                    fields.clear();
                }
                if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                    throw new AssertionError("no end after\n" + new Told(events));
                }
                if (tokens == enough || isLast(events)) {
                    return new Told(events);
                }
            }
            return new Told(events);
        } catch (IOException e) {
            throw new UncheckedIOException("after " + events.size() + " events", e);
        }
    }

    /// The words that count.
    public String text() {
        return counting().map(token -> token.data().path("text").asText()).collect(joining());
    }

    /// The tokens that count: those since the answer was begun for the last time.
    public Stream<Event> counting() {
        int restart = events.stream().map(Event::name).toList().lastIndexOf(RESTART);
        return events.stream().skip(restart + 1L).filter(event -> event.name().equals("token"));
    }

    /// Whether the answer was begun again.
    public boolean isRestarted() {
        return events.stream().anyMatch(event -> event.name().equals(RESTART));
    }

    public List<Event> tokens() {
        return events.stream().filter(event -> event.name().equals("token")).toList();
    }

    public Event last() {
        return events.getLast();
    }

    /// The id of the generation.
    public String generation() {
        return events.getFirst().data().path("id").asText();
    }

    /// The last id that a client could go on from.
    public String place() {
        return events.reversed().stream()
                .flatMap(event -> event.id().stream())
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return events.stream()
                .map(event -> event.name() + " " + event.data())
                .collect(joining("\n"));
    }

    private static boolean isLast(List<Event> events) {
        return !events.isEmpty()
                && (events.getLast().name().equals("done")
                        || events.getLast().name().equals("error"));
    }

    private static Event event(Map<String, String> fields) throws IOException {
        return new Event(
                fields.getOrDefault("event", ""),
                Optional.ofNullable(fields.get("id")),
                Json.tree(fields.getOrDefault("data", "").getBytes(StandardCharsets.UTF_8)),
                Instant.now(),
                System.nanoTime());
    }
}
