package io.sillok.commandapi.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/// What became of a command that was accepted.
///
/// @param version of its resource afterwards
/// @param representation the resource, with personal data in the open
/// @param marks the headers of the answer: which command it was, and where it stands on the log
public record Outcome(
        long version, Optional<ObjectNode> representation, Map<String, String> marks) {

    public Outcome {
        marks = Map.copyOf(marks);
    }
}
