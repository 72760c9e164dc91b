package io.sillok.commandapi.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.Subject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// Who waits for which settlement. Thread-safe: requests come and go while the reader tells.
final class Waiters {

    private final Map<String, Waiter> byCommand = new ConcurrentHashMap<>();
    private final Map<String, Set<Waiter>> byBoundary = new ConcurrentHashMap<>();

    /// Begins to wait; the caller closes the waiter. Called before the command is sent, so that its
    /// settlement cannot come too early.
    Waiter await(CommandId command, Order order) {
        Waiter waiter = new Waiter(command.toString(), order);
        byCommand.put(waiter.command, waiter);
        if (order.until().isPresent()) {
            byBoundary.compute(
                    order.key().value(),
                    (_, others) -> {
                        Set<Waiter> all = others == null ? ConcurrentHashMap.newKeySet() : others;
                        all.add(waiter);
                        return all;
                    });
        }
        return waiter;
    }

    /// True when a settlement with these marks concerns anybody; cheap, so that the others need not
    /// be decoded.
    boolean concerns(String command, String key) {
        return byCommand.containsKey(command) || byBoundary.containsKey(key);
    }

    /// Tells whoever waits for it.
    void tell(Settled settled) {
        Waiter waiter = byCommand.get(settled.settlement().command().toString());
        if (waiter != null) {
            waiter.settled.complete(settled);
        }
        BoundaryKey key = settled.settlement().key();
        byBoundary.getOrDefault(key.value(), Set.of()).forEach(each -> each.see(settled));
    }

    /// One request that waits. Its futures never fail.
    final class Waiter implements AutoCloseable {

        private final String command;
        private final String key;
        private final Subject subject;
        private final Optional<Predicate<ObjectNode>> until;
        private final CompletableFuture<Settled> settled = new CompletableFuture<>();
        private final CompletableFuture<Settled> reached = new CompletableFuture<>();

        private Waiter(String command, Order order) {
            this.command = command;
            this.key = order.key().value();
            this.subject = order.subject();
            this.until = order.until();
        }

        /// The settlement of the command itself.
        CompletableFuture<Settled> settled() {
            return settled;
        }

        /// The settlement, of whatever command, after which the resource is as far as hoped.
        CompletableFuture<Settled> reached() {
            return reached;
        }

        private void see(Settled seen) {
            boolean far =
                    seen.settlement().subject().equals(subject)
                            && seen.settlement().problem().isEmpty()
                            && seen.settlement()
                                    .representation()
                                    .filter(until.orElseThrow())
                                    .isPresent();
            if (far) {
                reached.complete(seen);
            }
        }

        @Override
        public void close() {
            byCommand.remove(command, this);
            if (until.isPresent()) {
                byBoundary.computeIfPresent(
                        key,
                        (_, others) -> {
                            others.remove(this);
                            return others.isEmpty() ? null : others;
                        });
            }
        }
    }
}
