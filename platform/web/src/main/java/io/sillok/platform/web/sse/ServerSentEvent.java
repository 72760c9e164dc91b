package io.sillok.platform.web.sse;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sillok.schemas.wire.Json;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.regex.Pattern;

/// One event of a stream.
///
/// @param name what kind of event it is
/// @param id where a client can go on that saw it last; empty when it is no such place
/// @param data as JSON, which is one line
public record ServerSentEvent(String name, Optional<String> id, Object data) {

    private static final Pattern WORD = Pattern.compile("[!-~]{1,100}");

    public ServerSentEvent {
        if (!WORD.matcher(name).matches()
                || id.filter(WORD.asMatchPredicate().negate()).isPresent()) {
            throw new IllegalArgumentException("names and ids of events are visible characters");
        }
    }

    /// An event that is no place to go on from.
    public static ServerSentEvent of(String name, Object data) {
        return new ServerSentEvent(name, Optional.empty(), data);
    }

    void writeTo(ByteArrayOutputStream out) {
        out.writeBytes(("event: " + name + "\n").getBytes(UTF_8));
        id.ifPresent(place -> out.writeBytes(("id: " + place + "\n").getBytes(UTF_8)));
        out.writeBytes("data: ".getBytes(UTF_8));
        out.writeBytes(Json.bytes(data));
        out.writeBytes("\n\n".getBytes(UTF_8));
    }
}
