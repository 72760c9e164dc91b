package io.sillok.processors.generation.projection;

import static java.util.stream.Collectors.toMap;

import io.sillok.processors.engine.projection.Columns;
import io.sillok.processors.engine.projection.PostgresRows;
import io.sillok.processors.engine.projection.ProjectionName;
import io.sillok.schemas.generation.AgentId;
import io.sillok.schemas.generation.Answer;
import io.sillok.schemas.generation.Consumption;
import io.sillok.schemas.generation.Cost;
import io.sillok.schemas.generation.Generation;
import io.sillok.schemas.generation.GenerationId;
import io.sillok.schemas.generation.GenerationKind;
import io.sillok.schemas.generation.GenerationStatus;
import io.sillok.schemas.generation.Parameters;
import io.sillok.schemas.generation.Progress;
import io.sillok.schemas.generation.Prompt;
import io.sillok.schemas.generation.StopReason;
import io.sillok.schemas.generation.Usage;
import io.sillok.schemas.personal.UserId;
import io.sillok.schemas.problems.Problem;
import io.sillok.schemas.wire.Json;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The table `generations_vN`. Stateless.
record GenerationRows(ProjectionName projection) implements PostgresRows<Generation> {

    @Override
    public Map<String, Generation> load(Handle handle, Set<String> ids) {
        return handle.createQuery(
                        """
                        select id, version, owner, kind, streamed, prompt, agent_id, model,
                               temperature, max_tokens, status, attempt, stop_reason,
                               chunks, cached_from, problem, incident, answer, answered_by,
                               prompt_tokens, completion_tokens, estimated, cost, currency,
                               rating, comment, forgotten, found, ended_at, created_at,
                               updated_at
                          from <table>
                         where id = any(:ids)
                        """)
                .define("table", projection.table())
                .bindArray("ids", UUID.class, Columns.uuids(ids))
                .map((row, _) -> read(row))
                .collect(toMap(one -> one.id().toString(), one -> one));
    }

    @Override
    public void save(Handle handle, List<Generation> rows) {
        PreparedBatch batch =
                handle.prepareBatch(
                                """
                                insert into <table> as t
                                       (id, version, owner, kind, streamed, prompt,
                                        agent_id, model, temperature, max_tokens, status,
                                        attempt, stop_reason, chunks, cached_from, problem,
                                        incident, answer, answered_by, prompt_tokens,
                                        completion_tokens, estimated, cost, currency,
                                        rating, comment, forgotten, found, ended_at,
                                        created_at, updated_at)
                                values (:id, :version, :owner, :kind, :streamed, :prompt,
                                        cast(:agentId as uuid), :model, :temperature,
                                        :maxTokens, :status, :attempt, :stopReason,
                                        :chunks, cast(:cachedFrom as uuid),
                                        cast(:problem as jsonb), :incident, :answer,
                                        :answeredBy, :promptTokens, :completionTokens,
                                        :estimated, :cost, :currency, :rating, :comment,
                                        :forgotten, :found, cast(:endedAt as timestamptz),
                                        :createdAt, :updatedAt)
                                on conflict (id) do update
                                   set version = excluded.version,
                                       owner = excluded.owner,
                                       kind = excluded.kind,
                                       streamed = excluded.streamed,
                                       prompt = excluded.prompt,
                                       agent_id = excluded.agent_id,
                                       model = excluded.model,
                                       temperature = excluded.temperature,
                                       max_tokens = excluded.max_tokens,
                                       status = excluded.status,
                                       attempt = excluded.attempt,
                                       stop_reason = excluded.stop_reason,
                                       chunks = excluded.chunks,
                                       cached_from = excluded.cached_from,
                                       problem = excluded.problem,
                                       incident = excluded.incident,
                                       answer = excluded.answer,
                                       answered_by = excluded.answered_by,
                                       prompt_tokens = excluded.prompt_tokens,
                                       completion_tokens = excluded.completion_tokens,
                                       estimated = excluded.estimated,
                                       cost = excluded.cost,
                                       currency = excluded.currency,
                                       rating = excluded.rating,
                                       comment = excluded.comment,
                                       forgotten = excluded.forgotten,
                                       found = excluded.found,
                                       ended_at = excluded.ended_at,
                                       created_at = excluded.created_at,
                                       updated_at = excluded.updated_at
                                 where excluded.version > t.version
                                """)
                        .define("table", projection.table());
        rows.forEach(row -> add(batch, row));
        batch.execute();
    }

    @Override
    public Stream<Generation> all(Handle handle) {
        return handle
                .createQuery(
                        """
                        select id, version, owner, kind, streamed, prompt, agent_id, model,
                               temperature, max_tokens, status, attempt, stop_reason,
                               chunks, cached_from, problem, incident, answer, answered_by,
                               prompt_tokens, completion_tokens, estimated, cost, currency,
                               rating, comment, forgotten, found, ended_at, created_at,
                               updated_at
                          from <table>
                         order by id
                        """)
                .define("table", projection.table())
                .setFetchSize(Columns.PAGE)
                .map((row, _) -> read(row))
                .stream();
    }

    private static void add(PreparedBatch batch, Generation row) {
        batch.bind("id", row.id().value())
                .bind("version", row.version())
                .bind("owner", row.owner().value())
                .bind("kind", row.kind().word())
                .bind("streamed", row.streamed())
                .bind("prompt", row.prompt().map(GenerationRows::json))
                .bind("agentId", row.agent().map(AgentId::value))
                .bind("model", row.parameters().model())
                .bind("temperature", row.parameters().temperature())
                .bind("maxTokens", row.parameters().maxTokens())
                .bind("status", row.progress().status().word())
                .bind("attempt", row.progress().attempt())
                .bind("stopReason", row.progress().stopReason().map(StopReason::word))
                .bind("chunks", row.progress().chunks())
                .bind("cachedFrom", row.progress().cachedFrom().map(GenerationId::value))
                .bind("problem", row.progress().problem().map(GenerationRows::json))
                .bind("incident", row.progress().incident())
                .bind("answer", row.answer().map(GenerationRows::json))
                .bind("answeredBy", row.consumption().map(Consumption::model))
                .bind("promptTokens", row.consumption().map(c -> c.usage().promptTokens()))
                .bind("completionTokens", row.consumption().map(c -> c.usage().completionTokens()))
                .bind("estimated", row.consumption().map(c -> c.usage().estimated()))
                .bind("cost", row.consumption().map(c -> c.cost().value()))
                .bind("currency", row.consumption().map(c -> c.cost().currency()))
                .bind("rating", row.rating())
                .bind("comment", row.comment().map(GenerationRows::storable))
                .bind("forgotten", row.forgotten())
                .bind("found", History.letters(row))
                .bind("endedAt", row.progress().endedAt().map(Instant::toString))
                .bind("createdAt", row.createdAt())
                .bind("updatedAt", row.updatedAt())
                .add();
    }

    private static Generation read(ResultSet row) throws SQLException {
        return new Generation(
                new GenerationId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                new UserId(row.getObject("owner", UUID.class)),
                GenerationKind.parse(row.getString("kind")),
                row.getBoolean("streamed"),
                Columns.text(row, "prompt").map(text -> object(text, Prompt.class)),
                Columns.uuid(row, "agent_id").map(AgentId::new),
                new Parameters(
                        Columns.text(row, "model"),
                        Columns.number(row, "temperature"),
                        Columns.integer(row, "max_tokens")),
                progress(row),
                Columns.text(row, "answer").map(text -> object(text, Answer.class)),
                consumption(row),
                Columns.integer(row, "rating"),
                Columns.text(row, "comment"),
                row.getBoolean("forgotten"),
                Columns.time(row, "created_at"),
                Columns.time(row, "updated_at"));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        return new Progress(
                GenerationStatus.parse(row.getString("status")),
                row.getInt("attempt"),
                Columns.text(row, "stop_reason").map(StopReason::parse),
                row.getInt("chunks"),
                Columns.uuid(row, "cached_from").map(GenerationId::new),
                Columns.text(row, "problem").map(text -> object(text, Problem.class)),
                Columns.text(row, "incident"),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static Optional<Consumption> consumption(ResultSet row) throws SQLException {
        String model = row.getString("answered_by");
        if (model == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Consumption(
                        model,
                        new Usage(
                                row.getLong("prompt_tokens"),
                                row.getLong("completion_tokens"),
                                row.getBoolean("estimated")),
                        new Cost(
                                row.getBigDecimal("cost").toPlainString(),
                                row.getString("currency"))));
    }

    private static String json(Object value) {
        return new String(Json.bytes(value), StandardCharsets.UTF_8);
    }

    private static <T> T object(String json, Class<T> type) {
        return Json.readOwn(json.getBytes(StandardCharsets.UTF_8), type);
    }

    /// Text of Postgres may hold every character but this one.
    private static String storable(String text) {
        return text.replace('\0', ' ');
    }
}
