package io.sillok.processors.generation.model;

import io.sillok.schemas.generation.Parameters;
import java.util.List;

/// What a model is asked.
///
/// @param messages in their order, at least one
/// @param parameters what is absent is for the endpoint to choose
public record ModelRequest(List<Message> messages, Parameters parameters) {

    public ModelRequest {
        messages = List.copyOf(messages);
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("a model is asked something");
        }
    }
}
