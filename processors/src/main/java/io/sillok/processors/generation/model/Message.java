package io.sillok.processors.generation.model;

/// One thing said in a conversation with a model.
///
/// @param speaker who says it
public record Message(Speaker speaker, String text) {

    /// The parts that can be played.
    public enum Speaker {
        /// The platform, which says how to answer.
        SYSTEM,
        USER,
        ASSISTANT
    }
}
