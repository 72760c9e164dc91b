package io.sillok.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.InputStream;

/// JSON in and out.
final class SandboxJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private SandboxJson() {}

    static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("only maps, lists and texts are written", e);
        }
    }

    static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("only maps, lists and texts are written", e);
        }
    }

    /// What stands there; a missing node when that is nothing, or no JSON.
    static JsonNode read(InputStream body) throws IOException {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException _) {
            return MAPPER.missingNode();
        }
    }

    static Object nothing() {
        return NullNode.getInstance();
    }
}
