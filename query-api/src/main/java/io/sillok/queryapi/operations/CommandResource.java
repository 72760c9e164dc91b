package io.sillok.queryapi.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.problems.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A command and what became of it.
///
/// @param type the CloudEvents type of its record; absent while only its end is known
/// @param status `pending`, `accepted`, `rejected` or `repeated`
/// @param resource what it was about: `materials/0190…`
/// @param version of the resource afterwards
/// @param problem why it was refused
/// @param result the resource as it was right afterwards
public record CommandResource(
        CommandId id,
        Optional<String> type,
        @Schema(allowableValues = {"pending", "accepted", "rejected", "repeated"}) String status,
        String resource,
        Optional<Long> version,
        Optional<Problem> problem,
        Optional<ObjectNode> result,
        Instant createdAt,
        Optional<Instant> settledAt) {

    /// The same with its result shown in another way.
    CommandResource with(UnaryOperator<ObjectNode> shown) {
        return new CommandResource(
                id,
                type,
                status,
                resource,
                version,
                problem,
                result.map(shown),
                createdAt,
                settledAt);
    }
}
