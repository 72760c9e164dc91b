package io.sillok.queryapi.generation;

import io.sillok.queryapi.engines.Cells;
import io.sillok.queryapi.engines.ReadModel;
import io.sillok.queryapi.http.Listing;
import io.sillok.queryapi.lists.Column;
import io.sillok.queryapi.lists.ListQuery;
import io.sillok.queryapi.lists.Orders;
import io.sillok.queryapi.lists.SortedList;
import io.sillok.schemas.generation.AgentId;
import io.sillok.schemas.generation.Answer;
import io.sillok.schemas.generation.Cost;
import io.sillok.schemas.generation.GenerationId;
import io.sillok.schemas.generation.GenerationKind;
import io.sillok.schemas.generation.GenerationResource;
import io.sillok.schemas.generation.GenerationStatus;
import io.sillok.schemas.generation.Parameters;
import io.sillok.schemas.generation.Prompt;
import io.sillok.schemas.generation.StopReason;
import io.sillok.schemas.generation.Usage;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.wire.Json;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/// Reads the view `generations`. What was forgotten is never found. Thread-safe.
final class GenerationQueries {

    private static final String GENERATIONS =
            """
            select id, version, owner, kind, prompt, agent_id, model, temperature, max_tokens,
                   status, attempt, stop_reason, cached_from, problem, incident, answer,
                   answered_by, prompt_tokens, completion_tokens, estimated, cost, currency,
                   rating, comment, ended_at, created_at, updated_at
            from generations
            where not forgotten
            """;

    private static final String ONE = GENERATIONS + "and id = :id";

    private static final String FILTERED =
            GENERATIONS
                    + """
                      and owner = :owner
                      and (:kind::text is null or kind = :kind)
                      and (:status::text is null or status = :status)
                      and (:agent::uuid is null or agent_id = :agent)
                      and (:from::timestamptz is null or created_at >= :from::timestamptz)
                      and (:to::timestamptz is null or created_at < :to::timestamptz)
                      and (cardinality(:patterns::text[]) = 0 or found like all (:patterns))
                    """;

    private static final Orders<GenerationResource> ORDERS =
            Orders.<GenerationResource>of(generation -> generation.id().value())
                    .by(Column.time("created_at", GenerationResource::createdAt))
                    .usually("-created_at");

    private static final SortedList<HistoryFilter, GenerationResource> LIST =
            new SortedList<>(FILTERED, GenerationQueries::bind, GenerationQueries::row, ORDERS);

    private final ReadModel readModel;

    GenerationQueries(ReadModel readModel) {
        this.readModel = readModel;
    }

    /// What the parameters of a request ask of somebody's history.
    static ListQuery<HistoryFilter, GenerationResource> asked(
            UserId owner, MultivaluedMap<String, String> parameters) {
        return ListQuery.of(parameters, query -> HistoryFilter.of(owner, query), ORDERS);
    }

    /// A generation of somebody's.
    Optional<GenerationResource> find(GenerationId id, UserId owner) {
        return readModel
                .find(ONE, id.value(), GenerationQueries::row)
                .filter(found -> found.owner().equals(owner));
    }

    Listing<GenerationResource> list(ListQuery<HistoryFilter, GenerationResource> query) {
        return readModel.read(handle -> LIST.read(handle, query));
    }

    private static Query bind(Query statement, HistoryFilter filter) {
        return statement
                .bind("owner", filter.owner().value())
                .bind("kind", filter.kind().map(GenerationKind::word))
                .bind("status", filter.status().map(GenerationStatus::word))
                .bind("agent", filter.agent())
                .bind("from", filter.from())
                .bind("to", filter.to())
                .bindArray("patterns", String.class, filter.patterns());
    }

    private static GenerationResource row(ResultSet row, StatementContext context)
            throws SQLException {
        Instant created = Cells.time(row, "created_at");
        return new GenerationResource(
                new GenerationId(Cells.id(row)),
                row.getLong("version"),
                new UserId(row.getObject("owner", UUID.class)),
                GenerationKind.parse(row.getString("kind")),
                GenerationStatus.parse(row.getString("status")),
                row.getInt("attempt"),
                Cells.text(row, "prompt").map(json -> read(json, Prompt.class)),
                Cells.uuid(row, "agent_id").map(AgentId::new),
                parameters(row),
                Cells.text(row, "answer").map(json -> read(json, Answer.class)),
                Cells.text(row, "answered_by"),
                usage(row),
                cost(row),
                Cells.uuid(row, "cached_from").isPresent(),
                Cells.text(row, "stop_reason").map(StopReason::parse),
                Cells.text(row, "problem").map(json -> read(json, Problem.class)),
                Cells.text(row, "incident"),
                Optional.ofNullable(row.getObject("rating", Integer.class)),
                Cells.text(row, "comment"),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(end -> Duration.between(created, end.toInstant()).toMillis()),
                created,
                Cells.time(row, "updated_at"));
    }

    private static Parameters parameters(ResultSet row) throws SQLException {
        return new Parameters(
                Cells.text(row, "model"),
                Optional.ofNullable(row.getObject("temperature", Double.class)),
                Optional.ofNullable(row.getObject("max_tokens", Integer.class)));
    }

    private static Optional<Usage> usage(ResultSet row) throws SQLException {
        boolean isKnown = row.getString("answered_by") != null;
        return isKnown
                ? Optional.of(
                        new Usage(
                                row.getLong("prompt_tokens"),
                                row.getLong("completion_tokens"),
                                row.getBoolean("estimated")))
                : Optional.empty();
    }

    private static Optional<Cost> cost(ResultSet row) throws SQLException {
        boolean isKnown = row.getString("answered_by") != null;
        return isKnown
                ? Optional.of(
                        new Cost(
                                row.getBigDecimal("cost").stripTrailingZeros().toPlainString(),
                                row.getString("currency")))
                : Optional.empty();
    }

    private static <T> T read(String json, Class<T> type) {
        return Json.readOwn(json.getBytes(StandardCharsets.UTF_8), type);
    }
}
