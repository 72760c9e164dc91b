package io.sillok.sandbox;

import java.util.List;
import java.util.Map;

/// The forms in which answers travel.
///
/// @param id of this answer
record Wire(String id) {

    static final String MODEL = "sandbox";

    /// A time that is always the same, so that answers are.
    static final long CREATED = 1_700_000_000;

    /// @param prompt tokens of the question
    /// @param completion tokens of the answer
    record Usage(int prompt, int completion) {

        Map<String, Object> json() {
            return Map.of(
                    "prompt_tokens", prompt,
                    "completion_tokens", completion,
                    "total_tokens", prompt + completion);
        }
    }

    /// An answer in one piece.
    Map<String, Object> whole(String content, String finish, Usage usage) {
        return Map.of(
                "id",
                id,
                "object",
                "chat.completion",
                "created",
                CREATED,
                "model",
                MODEL,
                "choices",
                List.of(
                        Map.of(
                                "index",
                                0,
                                "message",
                                Map.of("role", "assistant", "content", content),
                                "finish_reason",
                                finish)),
                "usage",
                usage.json());
    }

    /// The piece of a streamed answer that says whose it is.
    String opening() {
        return chunk(delta(Map.of("role", "assistant", "content", ""), SandboxJson.nothing()));
    }

    String token(String text) {
        return chunk(delta(Map.of("content", text), SandboxJson.nothing()));
    }

    String end(String finish) {
        return chunk(delta(Map.of(), finish));
    }

    String usage(Usage usage) {
        return frame(
                Map.of(
                        "id",
                        id,
                        "object",
                        "chat.completion.chunk",
                        "created",
                        CREATED,
                        "model",
                        MODEL,
                        "choices",
                        List.of(),
                        "usage",
                        usage.json()));
    }

    static String done() {
        return "data: [DONE]\n\n";
    }

    private String chunk(Map<String, Object> choice) {
        return frame(
                Map.of(
                        "id", id,
                        "object", "chat.completion.chunk",
                        "created", CREATED,
                        "model", MODEL,
                        "choices", List.of(choice)));
    }

    private static Map<String, Object> delta(Map<String, Object> delta, Object finish) {
        return Map.of("index", 0, "delta", delta, "finish_reason", finish);
    }

    private static String frame(Map<String, Object> value) {
        return "data: " + SandboxJson.text(value) + "\n\n";
    }
}
