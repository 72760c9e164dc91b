package io.sillok.schemas.operations;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.problems.Problem;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// The end of a command, written to the same partition as its events and after them: who reads that
/// partition learns outcome and position together.
///
/// Not part of a subject's history: it has no sequence and no chain.
///
/// @param command what is settled
/// @param key the boundary that decided
/// @param subject the resource the command was about
/// @param version the resource's version afterwards; 0 when it does not exist
/// @param settledAt when the command had been taken; a decision has no clock of its own
/// @param actor id of who sent the command
/// @param problem why it was refused; present when, and only when, it was
/// @param representation the resource as JSON, as a create or update answers it
public record CommandSettled(
        CommandId command,
        BoundaryKey key,
        Subject subject,
        Outcome outcome,
        long version,
        Instant settledAt,
        String actor,
        Optional<Problem> problem,
        Optional<ObjectNode> representation) {

    public CommandSettled {
        if ((outcome == Outcome.REJECTED) != problem.isPresent() && outcome != Outcome.REPEATED) {
            throw new IllegalArgumentException("a rejection, and only a rejection, has a problem");
        }
    }

    /// How a command ended.
    public enum Outcome {
        /// Its events, perhaps none, are on the log before this record.
        ACCEPTED,
        /// It changed nothing; the problem says why.
        REJECTED,
        /// An earlier command had the same idempotency key: this is that command's stored answer.
        REPEATED;

        /// Reads the lower-case word of the API.
        ///
        /// @throws IllegalArgumentException when no outcome has this name
        @JsonCreator
        public static Outcome parse(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        /// The lower-case word of the API.
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
