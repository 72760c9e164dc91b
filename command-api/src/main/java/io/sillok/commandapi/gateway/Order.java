package io.sillok.commandapi.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Subject;
import java.util.Optional;
import java.util.function.Predicate;

/// A command as a resource hands it to the gateway, and how its success is answered.
///
/// @param key where it is decided
/// @param subject the resource it is about
/// @param command one of the command records of `schemas`
/// @param until what a caller without an Idempotency-Key really waits for: a later state of the
///   resource; empty when the settlement itself is all
public record Order(
        Success success,
        BoundaryKey key,
        Subject subject,
        Object command,
        Optional<Predicate<ObjectNode>> until) {

    /// How a success is answered.
    public enum Success {
        /// 201 with the resource and its `Location`; the only one that can be repeated under an
        /// Idempotency-Key.
        CREATED(201),
        /// 200 with the resource.
        UPDATED(200),
        /// 204.
        REMOVED(204);

        private final int status;

        Success(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    public static Order create(BoundaryKey key, Subject subject, Object command) {
        return new Order(Success.CREATED, key, subject, command, Optional.empty());
    }

    public static Order update(BoundaryKey key, Subject subject, Object command) {
        return new Order(Success.UPDATED, key, subject, command, Optional.empty());
    }

    public static Order remove(BoundaryKey key, Subject subject, Object command) {
        return new Order(Success.REMOVED, key, subject, command, Optional.empty());
    }

    /// The same, waiting on until the resource has got that far.
    public Order until(Predicate<ObjectNode> state) {
        return new Order(success, key, subject, command, Optional.of(state));
    }
}
