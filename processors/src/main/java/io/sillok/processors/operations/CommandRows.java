package io.sillok.processors.operations;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.processors.engine.projection.Columns;
import io.sillok.processors.engine.projection.PostgresRows;
import io.sillok.processors.engine.projection.ProjectionName;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.operations.CommandSettled;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.wire.Json;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// The table `commands_vN`. Stateless.
record CommandRows(ProjectionName projection) implements PostgresRows<CommandRow> {

    private static final String PENDING = "pending";

    @Override
    public Map<String, CommandRow> load(Handle handle, Set<String> ids) {
        return handle.createQuery(
                        """
                        select id, type, subject, actor, outcome, version, problem, representation,
                               events_partition, events_offset, taken_at, settled_at
                          from <table>
                         where id = any(:ids)
                        """)
                .define("table", projection.table())
                .bindArray("ids", UUID.class, Columns.uuids(ids))
                .map((row, _) -> command(row))
                .collect(toMap(command -> command.id().toString(), command -> command));
    }

    @Override
    public void save(Handle handle, List<CommandRow> rows) {
        PreparedBatch batch =
                handle.prepareBatch(
                                """
                                insert into <table> as t
                                       (id, type, subject, actor, outcome, version, problem,
                                        representation, events_partition, events_offset, taken_at,
                                        settled_at)
                                values (:id, :type, :subject, :actor, :outcome, :version,
                                        cast(:problem as jsonb), cast(:representation as jsonb),
                                        :partition, :offset, :takenAt, :settledAt)
                                on conflict (id) do update
                                   set type = excluded.type,
                                       subject = excluded.subject,
                                       actor = excluded.actor,
                                       outcome = excluded.outcome,
                                       version = excluded.version,
                                       problem = excluded.problem,
                                       representation = excluded.representation,
                                       events_partition = excluded.events_partition,
                                       events_offset = excluded.events_offset,
                                       taken_at = excluded.taken_at,
                                       settled_at = excluded.settled_at
                                 where t.outcome = 'pending' or t.type is null
                                """)
                        .define("table", projection.table());
        rows.forEach(command -> add(batch, command));
        batch.execute();
    }

    @Override
    public Stream<CommandRow> all(Handle handle) {
        return handle
                .createQuery(
                        """
                        select id, type, subject, actor, outcome, version, problem, representation,
                               events_partition, events_offset, taken_at, settled_at
                          from <table>
                         order by id
                        """)
                .define("table", projection.table())
                .setFetchSize(Columns.PAGE)
                .map((row, _) -> command(row))
                .stream();
    }

    private static void add(PreparedBatch batch, CommandRow command) {
        Optional<CommandRow.End> end = command.end();
        batch.bind("id", command.id().value())
                .bind("type", command.type().orElse(null))
                .bind("subject", command.subject().toString())
                .bind("actor", command.actor())
                .bind("outcome", end.map(e -> e.outcome().word()).orElse(PENDING))
                .bind("version", end.map(CommandRow.End::version).orElse(null))
                .bind("problem", json(end.flatMap(CommandRow.End::problem)))
                .bind("representation", json(end.flatMap(CommandRow.End::representation)))
                .bind("partition", end.map(CommandRow.End::partition).orElse(null))
                .bind("offset", end.map(CommandRow.End::offset).orElse(null))
                .bind("takenAt", command.takenAt())
                .bind("settledAt", end.map(CommandRow.End::settledAt).orElse(null))
                .add();
    }

    private static CommandRow command(ResultSet row) throws SQLException {
        return new CommandRow(
                new CommandId(row.getObject("id", UUID.class)),
                Columns.text(row, "type"),
                Subject.parse(row.getString("subject")),
                row.getString("actor"),
                Columns.time(row, "taken_at"),
                end(row));
    }

    private static Optional<CommandRow.End> end(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        if (outcome.equals(PENDING)) {
            return Optional.empty();
        }
        return Optional.of(
                new CommandRow.End(
                        CommandSettled.Outcome.parse(outcome),
                        row.getLong("version"),
                        object(row.getString("problem"), Problem.class),
                        object(row.getString("representation"), ObjectNode.class),
                        row.getInt("events_partition"),
                        row.getLong("events_offset"),
                        Columns.time(row, "settled_at")));
    }

    private static @Nullable String json(Optional<?> value) {
        return value.map(Json::bytes)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse(null);
    }

    private static <T> Optional<T> object(@Nullable String json, Class<T> type) {
        return Optional.ofNullable(json)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .map(bytes -> Json.readOwn(bytes, type));
    }
}
