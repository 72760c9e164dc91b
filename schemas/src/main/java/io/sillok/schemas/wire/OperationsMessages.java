package io.sillok.schemas.wire;

import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.operations.DeadLetter;
import io.sillok.schemas.topics.Topics;
import java.util.List;

/// The messages of the engine itself: what became of commands, and what could not be read.
final class OperationsMessages {

    static final List<MessageType<?>> ALL =
            List.of(
                    new MessageType<>(
                            Topics.EVENTS,
                            "operations",
                            "command-settled",
                            1,
                            CommandSettled.class),
                    new MessageType<>(
                            List.of(Topics.DEAD_LETTERS),
                            "operations",
                            "dead-letter",
                            1,
                            DeadLetter.class));

    private OperationsMessages() {}
}
