package io.sillok.processors.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.engines.Engines;
import io.sillok.processors.engine.projection.ProjectionName;
import io.sillok.processors.engine.projection.ProjectionRebuild;
import io.sillok.processors.engine.projection.ProjectionStage;
import io.sillok.schemas.catalog.CategoryCommand;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.CommandCodec;
import io.sillok.schemas.wire.EventCodec;
import io.sillok.schemas.wire.Json;
import io.sillok.schemas.wire.WireRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// What became of commands, on real engines. Every record comes twice.
@TestInstance(Lifecycle.PER_CLASS)
class CommandsProjectionIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Problem PROBLEM =
            Problem.of(ErrorCode.E4008, "category-name-taken", "Another category has this name.");

    private Engines engines;
    private ProjectionStage stage;

    @BeforeAll
    void start(@TempDir Path folder) {
        engines = Engines.start(folder.resolve("engines"));
        stage = new ProjectionStage(engines, "commands", folder);
        stage.run("commands");
    }

    @AfterAll
    void stop() {
        stage.close();
        engines.close();
    }

    @Test
    void aCommandIsPendingAndThenSettled() {
        CommandEnvelope<Object> command = create("pending first");
        take(command);
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(end(command)).isEmpty());
        ObjectNode representation = Json.object(Map.of("name", "가", "version", 1));
        settle(command, accepted(command, representation));
        await().atMost(PATIENCE)
                .until(() -> end(command).isPresent() && row(command).type().isPresent());
        CommandRow.End end = end(command).orElseThrow();
        assertThat(end.outcome()).isEqualTo(CommandSettled.Outcome.ACCEPTED);
        assertThat(end.representation()).contains(representation);
    }

    @Test
    void aSettlementMayBeReadBeforeItsCommand() {
        CommandEnvelope<Object> command = create("settled first");
        settle(command, rejected(command));
        await().atMost(PATIENCE).ignoreExceptions().until(() -> end(command).isPresent());
        assertThat(row(command).type()).isEmpty();
        take(command);
        await().atMost(PATIENCE).until(() -> row(command).type().isPresent());
        CommandRow.End end = end(command).orElseThrow();
        assertThat(end.outcome()).isEqualTo(CommandSettled.Outcome.REJECTED);
        assertThat(end.problem()).contains(PROBLEM);
    }

    @Test
    void isTheSameWhenBuiltAnew() {
        CommandEnvelope<Object> command = create("rebuilt");
        take(command);
        settle(command, accepted(command, Json.object(Map.of("z", 1, "a", "나"))));
        ProjectionRebuild<?> rebuild = stage.projection("commands").rebuild();
        stage.run(rebuild.begin());
        assertThat(rebuild.compare(PATIENCE))
                .isInstanceOf(ProjectionRebuild.Comparison.Equal.class);
    }

    private CommandEnvelope<Object> create(String name) {
        CategoryId id = new CategoryId(Ids.named("category/" + name));
        return stage.events()
                .command(
                        id.subject(),
                        BoundaryKey.of(id.subject()),
                        new CategoryCommand.Create(id, name));
    }

    private static CommandSettled accepted(
            CommandEnvelope<Object> command, ObjectNode representation) {
        return settled(
                command,
                CommandSettled.Outcome.ACCEPTED,
                Optional.empty(),
                Optional.of(representation));
    }

    private static CommandSettled rejected(CommandEnvelope<Object> command) {
        return settled(
                command, CommandSettled.Outcome.REJECTED, Optional.of(PROBLEM), Optional.empty());
    }

    private static CommandSettled settled(
            CommandEnvelope<Object> command,
            CommandSettled.Outcome outcome,
            Optional<Problem> problem,
            Optional<ObjectNode> representation) {
        return new CommandSettled(
                command.id(),
                command.key(),
                command.subject(),
                outcome,
                1,
                command.time(),
                command.actor().id(),
                problem,
                representation);
    }

    private void take(CommandEnvelope<Object> command) {
        WireRecord record = CommandCodec.encode(command, "/command-api");
        stage.events().send(Topics.CATALOG_COMMANDS, List.of(record, record));
    }

    private void settle(CommandEnvelope<Object> command, CommandSettled settled) {
        WireRecord record = EventCodec.encode(settled, command);
        stage.events().send(Topics.CATALOG_EVENTS, List.of(record, record));
    }

    private Optional<CommandRow.End> end(CommandEnvelope<Object> command) {
        return row(command).end();
    }

    private CommandRow row(CommandEnvelope<Object> command) {
        CommandRows rows = new CommandRows(new ProjectionName("commands", 1));
        String id = command.id().toString();
        Map<String, CommandRow> found =
                stage.postgres().jdbi().withHandle(handle -> rows.load(handle, Set.of(id)));
        return Optional.ofNullable(found.get(id)).orElseThrow();
    }
}
