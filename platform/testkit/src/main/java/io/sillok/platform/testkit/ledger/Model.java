package io.sillok.platform.testkit.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// What the checker must know of one kind of resource: how its events fold, which views show it.
///
/// @param collection its subjects' collection, `materials`
public record Model<R>(String collection, Fold<R> fold, List<View<R>> views) {

    public Model {
        views = List.copyOf(views);
    }

    /// The resource after one more event.
    public interface Fold<R> {
        R apply(Optional<R> before, EventEnvelope<Object> event);
    }

    /// One store that shows the resource.
    ///
    /// @param expected what it should show of a resource
    /// @param actual what it does show, by subject
    public record View<R>(
            String name,
            Function<R, ObjectNode> expected,
            Supplier<Map<Subject, ObjectNode>> actual) {}
}
