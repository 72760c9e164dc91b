package io.sillok.processors.engine;

import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.processors.engine.claims.ClaimSecret;
import io.sillok.schemas.catalog.CategoryCommand;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.Idempotency;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.topics.Namespace;
import io.sillok.schemas.topics.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// The context that the engine's tests run, and its commands.
final class Naming {

    static final DecidingContext CONTEXT =
            new DecidingContext(
                    "naming",
                    Topics.CATALOG_COMMANDS,
                    Topics.CATALOG_EVENTS,
                    List.of(new NamingDecider()),
                    List.of(new WhenCategoryCreatedThenScan()),
                    NamingDecider::changes);

    /// Topics of one partition each.
    static final KafkaSettings ONE_PARTITION = settings("127.0.0.1:1", 1);

    static final ClaimSecret SECRET = ClaimSecret.of(new byte[32]);

    static final Actor ADA = new Actor("ada", Set.of(Role.EDITOR));

    private Naming() {}

    static KafkaSettings settings(String bootstrapServers, int partitions) {
        return new KafkaSettings(
                bootstrapServers, new Namespace("naming"), (short) 1, partitions, Map.of());
    }

    static CategoryId category(String name) {
        return new CategoryId(Ids.named("category/" + name));
    }

    static CommandEnvelope<CategoryCommand> command(CategoryCommand command) {
        var id = Ids.timeOrdered(Instant.now());
        return new CommandEnvelope<>(
                new CommandId(id),
                BoundaryKey.of(command.category().subject()),
                command.category().subject(),
                Instant.now(),
                ADA,
                id,
                OptionalLong.empty(),
                Optional.empty(),
                Optional.of("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
                command);
    }

    static CommandEnvelope<CategoryCommand> expecting(long version, CategoryCommand command) {
        var any = command(command);
        return new CommandEnvelope<>(
                any.id(),
                any.key(),
                any.subject(),
                any.time(),
                any.actor(),
                any.correlation(),
                OptionalLong.of(version),
                any.idempotency(),
                any.traceparent(),
                command);
    }

    static CommandEnvelope<CategoryCommand> once(
            String key, String fingerprint, CategoryCommand command) {
        var any = command(command);
        return new CommandEnvelope<>(
                any.id(),
                any.key(),
                any.subject(),
                any.time(),
                any.actor(),
                any.correlation(),
                any.expectedVersion(),
                Optional.of(new Idempotency(key, fingerprint)),
                any.traceparent(),
                command);
    }
}
