package io.sillok.queryapi.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.queryapi.engines.ReadModel;
import io.sillok.schemas.envelope.CommandId;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.wire.Json;
import io.sillok.schemas.wire.Representations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/// Reads the view `commands`. Thread-safe.
final class CommandQueries {

    private static final String ONE =
            """
            select id, type, subject, actor, outcome, version, problem, representation,
                   taken_at, settled_at
            from commands
            where id = :id
            """;

    private final ReadModel readModel;
    private final Representations representations;

    /// @param representations opens the personal data that the view keeps encrypted
    CommandQueries(ReadModel readModel, Representations representations) {
        this.readModel = readModel;
        this.representations = representations;
    }

    /// The command, if there is one.
    ///
    /// @throws io.sillok.schemas.personal.KeysUnavailable when the keys of personal data cannot be
    ///   had
    Optional<Row> find(CommandId id) {
        return readModel
                .read(
                        handle ->
                                handle.createQuery(ONE)
                                        .bind("id", id.value())
                                        .map(CommandQueries::row)
                                        .findOne())
                .map(this::opened);
    }

    /// A command as its view has it.
    ///
    /// @param actor who sent it
    record Row(String actor, CommandResource resource) {}

    private Row opened(Row row) {
        Subject subject = Subject.parse(row.resource().resource());
        return new Row(
                row.actor(), row.resource().with(result -> representations.open(result, subject)));
    }

    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        return new Row(
                row.getString("actor"),
                new CommandResource(
                        new CommandId(row.getObject("id", UUID.class)),
                        Optional.ofNullable(row.getString("type")),
                        row.getString("outcome"),
                        row.getString("subject"),
                        Optional.ofNullable(row.getObject("version", Long.class)),
                        json(row, "problem", Problem.class),
                        json(row, "representation", ObjectNode.class),
                        instant(row, "taken_at").orElseThrow(),
                        instant(row, "settled_at")));
    }

    private static <T> Optional<T> json(ResultSet row, String column, Class<T> type)
            throws SQLException {
        return Optional.ofNullable(row.getString(column))
                .map(text -> Json.readOwn(text.getBytes(UTF_8), type));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
