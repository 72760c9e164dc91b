package io.sillok.processors.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.sillok.platform.kafka.LogPosition;
import io.sillok.processors.engine.projection.LogRecord;
import io.sillok.processors.engine.projection.Reading;
import io.sillok.schemas.catalog.CategoryCommand;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.claims.ClaimCommand;
import io.sillok.schemas.claims.ClaimId;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.topics.Topic;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.CommandCodec;
import io.sillok.schemas.wire.EventCodec;
import io.sillok.schemas.wire.WireRecord;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Which records become rows.
class CommandsProjectionTest {

    private static final CategoryId CATEGORY = new CategoryId(new UUID(1, 1));
    private static final ClaimId CLAIM = new ClaimId(new UUID(2, 2));
    private static final CommandId COMMAND = new CommandId(new UUID(3, 3));

    private final CommandsProjection projection = new CommandsProjection();

    @Test
    void hasARowForACommandAndItsSettlement() {
        var archive = command(CATEGORY.subject(), new CategoryCommand.Archive(CATEGORY));

        assertThat(sent(archive).row()).isEqualTo(COMMAND.toString());
        assertThat(((Reading.Change<CommandRow>) settled(archive)).row())
                .isEqualTo(COMMAND.toString());
    }

    @Test
    void hasNoneForWhatTheEngineSaysToItself() {
        var release =
                command(
                        CLAIM.subject(),
                        new ClaimCommand.Release(CLAIM, BoundaryKey.of(CATEGORY.subject())));

        assertThat(read(Topics.CATALOG_COMMANDS, CommandCodec.encode(release, "/processors")))
                .isInstanceOf(Reading.Irrelevant.class);
        assertThat(settled(release)).isInstanceOf(Reading.Irrelevant.class);
    }

    private Reading.Change<CommandRow> sent(CommandEnvelope<?> command) {
        return (Reading.Change<CommandRow>)
                read(Topics.CATALOG_COMMANDS, CommandCodec.encode(command, "/command-api"));
    }

    private Reading<CommandRow> settled(CommandEnvelope<?> command) {
        var settled =
                new CommandSettled(
                        command.id(),
                        command.key(),
                        command.subject(),
                        CommandSettled.Outcome.ACCEPTED,
                        1,
                        command.time(),
                        command.actor().id(),
                        Optional.empty(),
                        Optional.empty());
        return read(Topics.CATALOG_EVENTS, EventCodec.encode(settled, command));
    }

    private Reading<CommandRow> read(Topic topic, WireRecord record) {
        return projection.read(new LogRecord(topic, new LogPosition("topic", 0, 0), record));
    }

    private static CommandEnvelope<Object> command(Subject subject, Object command) {
        return new CommandEnvelope<>(
                COMMAND,
                BoundaryKey.of(subject),
                subject,
                Instant.EPOCH,
                Actor.system("test"),
                new UUID(4, 4),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                command);
    }
}
