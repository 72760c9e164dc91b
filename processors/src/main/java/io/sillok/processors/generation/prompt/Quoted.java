package io.sillok.processors.generation.prompt;

import java.util.regex.Pattern;

/// Words of others, made safe to stand in a prompt: nothing in them can end the tags that they
/// stand between, or be taken by a model's chat format for the beginning of another speaker's turn.
/// In what could, one bracket becomes a round one; everything else stays as it is, and nothing gets
/// longer.
final class Quoted {

    /// Our own tags; the signs of ChatML, Llama, Mistral, Gemma and their like.
    private static final Pattern OPENING =
            Pattern.compile(
                    "(?i)<(?=/?\\s*(?:question|context|prefix|suffix|instructions)\\s*>"
                            + "|\\||/?\\s*s\\s*>|</?sys>>|/?\\s*(?:start|end)_of_turn)"
                            + "|\\[(?=/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS)\\])");

    private static final Pattern CLOSING = Pattern.compile("(?<=\\|)>");

    private Quoted() {}

    static String text(String words) {
        return CLOSING.matcher(OPENING.matcher(words).replaceAll("(")).replaceAll(")");
    }
}
