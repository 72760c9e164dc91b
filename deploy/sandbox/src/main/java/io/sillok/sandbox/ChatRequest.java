package io.sillok.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// What was asked, as far as it matters here.
///
/// @param model the name, with the switches that it may carry
/// @param messages their contents, in order
/// @param question the last of them that is the user's
/// @param mostTokens `max_completion_tokens`, or the older `max_tokens`
record ChatRequest(
        String model,
        List<String> messages,
        String question,
        OptionalInt mostTokens,
        boolean streamed,
        boolean usageWanted) {

    /// A request that cannot be understood; the message says why.
    static final class Malformed extends Exception {

        private static final long serialVersionUID = 1;

        Malformed(String message) {
            super(message);
        }
    }

    static ChatRequest of(JsonNode body) throws Malformed {
        if (!body.isObject()) {
            throw new Malformed("We could not parse the JSON body of your request.");
        }
        if (!body.path("model").isTextual()) {
            throw new Malformed("you must provide a model parameter");
        }
        if (body.path("messages").isEmpty()) {
            throw new Malformed("'messages' must have at least one element.");
        }
        double temperature = body.path("temperature").asDouble(1);
        if (temperature < 0 || temperature > 2) {
            throw new Malformed("'temperature' must be between 0 and 2.");
        }
        List<JsonNode> messages = elements(body.path("messages")).toList();
        return new ChatRequest(
                body.path("model").textValue(),
                messages.stream().map(ChatRequest::content).toList(),
                messages.stream()
                        .filter(each -> each.path("role").asText().equals("user"))
                        .map(ChatRequest::content)
                        .reduce("", (_, later) -> later),
                mostTokens(body),
                body.path("stream").asBoolean(),
                body.path("stream_options").path("include_usage").asBoolean());
    }

    private static OptionalInt mostTokens(JsonNode body) {
        JsonNode most = body.path("max_completion_tokens");
        JsonNode given = most.isInt() ? most : body.path("max_tokens");
        return given.isInt() ? OptionalInt.of(given.intValue()) : OptionalInt.empty();
    }

    /// A text, or a list of parts with texts.
    private static String content(JsonNode message) {
        JsonNode content = message.path("content");
        return content.isTextual()
                ? content.textValue()
                : elements(content)
                        .map(part -> part.path("text").asText())
                        .reduce("", String::concat);
    }

    private static Stream<JsonNode> elements(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }
}
