package io.sillok.queryapi.catalog;

import io.sillok.platform.web.access.Caller;
import io.sillok.queryapi.engines.Cells;
import io.sillok.queryapi.engines.ReadModel;
import io.sillok.queryapi.http.Listing;
import io.sillok.queryapi.lists.Column;
import io.sillok.queryapi.lists.ListQuery;
import io.sillok.queryapi.lists.Orders;
import io.sillok.queryapi.lists.Searched;
import io.sillok.queryapi.lists.SearchedList;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.catalog.MaterialId;
import io.sillok.schemas.catalog.MaterialResource;
import io.sillok.schemas.catalog.MaterialStatus;
import io.sillok.schemas.catalog.Sha256;
import jakarta.ws.rs.core.MultivaluedMap;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/// Reads the view `materials`. What was withdrawn is never found. Thread-safe.
final class MaterialQueries {

    private static final String COLUMNS =
            """
            id, version, title, description, category_id, file_name, original_name,
            media_type, size, sha256, owner, status, status_reason, thumbnail_sha256,
            pages, author, duration_seconds, duplicate_of, created_at, updated_at
            """;

    private static final String ONE =
            "select " + COLUMNS + " from materials where not withdrawn and id = :id";

    private static final String CONDITIONS =
            """
            (:sees_all or status = 'clean' or owner = :caller)
            and (:category::uuid is null or category_id = :category)
            and (:status::text is null or status = :status)
            """;

    static final Orders<MaterialResource> ORDERS =
            Orders.<MaterialResource>of(material -> material.id().value())
                    .by(Column.time("created_at", MaterialResource::createdAt))
                    .by(Column.time("updated_at", MaterialResource::updatedAt))
                    .by(Column.text("title", MaterialResource::title))
                    .usually("-created_at");

    private static final SearchedList<MaterialFilter, MaterialResource> LIST =
            new SearchedList<>(
                    new Searched<>(
                            COLUMNS,
                            "materials",
                            "not withdrawn",
                            CONDITIONS,
                            MaterialFilter::search,
                            _ -> Optional.empty()),
                    MaterialQueries::bind,
                    MaterialQueries::resource,
                    ORDERS);

    private final ReadModel readModel;

    MaterialQueries(ReadModel readModel) {
        this.readModel = readModel;
    }

    /// What the parameters of a request ask of the list.
    static ListQuery<MaterialFilter, MaterialResource> asked(
            Caller caller, MultivaluedMap<String, String> parameters) {
        return ListQuery.of(parameters, query -> MaterialFilter.of(caller, query), ORDERS);
    }

    Optional<MaterialRow> find(MaterialId id) {
        return readModel.find(ONE, id.value(), MaterialQueries::row);
    }

    Listing<MaterialResource> list(ListQuery<MaterialFilter, MaterialResource> query) {
        return readModel.read(handle -> LIST.read(handle, query));
    }

    private static Query bind(Query statement, MaterialFilter filter) {
        return statement
                .bind("sees_all", MaterialRow.seesAll(filter.caller()))
                .bind("caller", filter.caller().id())
                .bind("category", filter.category().map(CategoryId::value))
                .bind("status", filter.status().map(MaterialStatus::word));
    }

    private static MaterialRow row(ResultSet row, StatementContext context) throws SQLException {
        return new MaterialRow(
                resource(row, context), Cells.text(row, "thumbnail_sha256").map(Sha256::new));
    }

    private static MaterialResource resource(ResultSet row, StatementContext context)
            throws SQLException {
        return new MaterialResource(
                new MaterialId(Cells.id(row)),
                row.getLong("version"),
                row.getString("title"),
                Cells.text(row, "description"),
                Cells.uuid(row, "category_id").map(CategoryId::new),
                row.getString("file_name"),
                row.getString("original_name"),
                row.getString("media_type"),
                row.getLong("size"),
                new Sha256(row.getString("sha256")),
                row.getString("owner"),
                MaterialStatus.parse(row.getString("status")),
                Cells.text(row, "status_reason"),
                Optional.ofNullable(row.getObject("pages", Integer.class)),
                Cells.text(row, "author"),
                Optional.ofNullable(row.getObject("duration_seconds", Double.class)),
                Cells.text(row, "thumbnail_sha256").isPresent(),
                Cells.uuid(row, "duplicate_of").map(MaterialId::new),
                Cells.time(row, "created_at"),
                Cells.time(row, "updated_at"));
    }
}
