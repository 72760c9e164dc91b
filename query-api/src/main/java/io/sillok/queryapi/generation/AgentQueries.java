package io.sillok.queryapi.generation;

import io.sillok.queryapi.engines.Cells;
import io.sillok.queryapi.engines.ReadModel;
import io.sillok.queryapi.http.Listing;
import io.sillok.queryapi.lists.Column;
import io.sillok.queryapi.lists.ListQuery;
import io.sillok.queryapi.lists.Orders;
import io.sillok.queryapi.lists.SortedList;
import io.sillok.schemas.generation.AgentId;
import io.sillok.schemas.generation.AgentResource;
import io.sillok.schemas.personal.UserId;
import jakarta.ws.rs.core.MultivaluedMap;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/// Reads the view `agents`. What was removed is never found. Thread-safe.
final class AgentQueries {

    private static final String AGENTS =
            """
            select id, version, owner, name, instructions, model, temperature, created_at,
                   updated_at
            from agents
            where not removed
            """;

    private static final String ONE = AGENTS + "and id = :id";
    private static final String OF_AN_OWNER = AGENTS + "and owner = :owner";

    private static final Orders<AgentResource> ORDERS =
            Orders.<AgentResource>of(agent -> agent.id().value())
                    .by(Column.time("created_at", AgentResource::createdAt))
                    .usually("-created_at");

    private static final SortedList<UserId, AgentResource> LIST =
            new SortedList<>(OF_AN_OWNER, AgentQueries::bind, AgentQueries::row, ORDERS);

    private final ReadModel readModel;

    AgentQueries(ReadModel readModel) {
        this.readModel = readModel;
    }

    /// What the parameters of a request ask of somebody's agents.
    static ListQuery<UserId, AgentResource> asked(
            UserId owner, MultivaluedMap<String, String> parameters) {
        return ListQuery.of(parameters, _ -> owner, ORDERS);
    }

    /// An agent of somebody's.
    Optional<AgentResource> find(AgentId id, UserId owner) {
        return readModel
                .find(ONE, id.value(), AgentQueries::row)
                .filter(found -> found.owner().equals(owner));
    }

    Listing<AgentResource> list(ListQuery<UserId, AgentResource> query) {
        return readModel.read(handle -> LIST.read(handle, query));
    }

    private static Query bind(Query statement, UserId owner) {
        return statement.bind("owner", owner.value());
    }

    private static AgentResource row(ResultSet row, StatementContext context) throws SQLException {
        return new AgentResource(
                new AgentId(Cells.id(row)),
                row.getLong("version"),
                new UserId(row.getObject("owner", UUID.class)),
                Cells.text(row, "name"),
                Cells.text(row, "instructions"),
                Cells.text(row, "model"),
                Optional.ofNullable(row.getObject("temperature", Double.class)),
                Cells.time(row, "created_at"),
                Cells.time(row, "updated_at"));
    }
}
