package io.sillok.schemas.generation;

/// The tokens of one generation, as the model's endpoint counts them.
///
/// @param promptTokens of what the model read
/// @param completionTokens of what it wrote
/// @param estimated whether the endpoint did not say, and they were reckoned instead
public record Usage(long promptTokens, long completionTokens, boolean estimated) {

    public static final Usage NONE = new Usage(0, 0, false);

    public Usage {
        if (promptTokens < 0 || completionTokens < 0) {
            throw new IllegalArgumentException("nobody uses fewer than no tokens");
        }
    }

    public long total() {
        return promptTokens + completionTokens;
    }
}
