package io.sillok.queryapi.operations;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Requires;
import io.sillok.platform.web.access.Scopes;
import io.sillok.queryapi.http.Cursor;
import io.sillok.queryapi.http.Linked;
import io.sillok.queryapi.http.Parameters;
import io.sillok.queryapi.log.LogScan;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;

/// What happened, for those who may know it: the events themselves, as they stand on the log.
@Path(Api.BASE + "/audit")
@Requires(scope = Scopes.AUDIT_READ)
@Tag(name = "operations")
public final class AuditResource {

    private static final String NDJSON = "application/x-ndjson";
    private static final int USUAL_LIMIT = 100;
    private static final int MOST = 1_000;

    private final Audit audit;

    AuditResource(Audit audit) {
        this.audit = audit;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listEvents",
            summary = "Events by subject, actor, type and time",
            description =
                    "Takes the scope audit:read. Each item is a CloudEvent in"
                            + " structured mode. Ordered within a subject; across subjects roughly"
                            + " by time.",
            parameters = {
                @Parameter(in = QUERY, name = "subject", example = "materials/0190…"),
                @Parameter(in = QUERY, name = "actor"),
                @Parameter(
                        in = QUERY,
                        name = "type",
                        example = "io.sillok.catalog.material-received.v1"),
                @Parameter(in = QUERY, name = "from", description = "RFC 3339, inclusive"),
                @Parameter(in = QUERY, name = "to", description = "RFC 3339, exclusive"),
                @Parameter(
                        in = QUERY,
                        name = "include",
                        description = "settlements: also how commands ended"),
                @Parameter(in = QUERY, name = "limit", description = "1 to 1000, default 100"),
                @Parameter(in = QUERY, name = "cursor", description = "next_cursor of another part")
            })
    @ApiResponse(
            responseCode = "200",
            description = "a part of the events",
            useReturnTypeSchema = true)
    public AuditPage page(@Context UriInfo request) {
        Parameters query = new Parameters(request.getQueryParameters());
        AuditFilter filter = AuditFilter.of(query);
        int limit = query.number("limit", USUAL_LIMIT, 1, MOST);
        query.orThrow();
        var cursor = query.text(Linked.CURSOR).map(text -> Cursor.read(text, AuditCursor.class));
        return audit.page(filter, cursor, limit);
    }

    @GET
    @Path("/export")
    @Produces(NDJSON)
    @Operation(
            operationId = "exportEvents",
            summary = "The same, all of it, one event per line",
            description =
                    "Takes the scope audit:read. Ends where the log ended when"
                            + " the request began. An export that breaks off is not terminated as"
                            + " HTTP asks, so that it cannot be taken for a whole one.",
            parameters = {
                @Parameter(in = QUERY, name = "subject", example = "materials/0190…"),
                @Parameter(in = QUERY, name = "actor"),
                @Parameter(in = QUERY, name = "type"),
                @Parameter(in = QUERY, name = "from", description = "RFC 3339, inclusive"),
                @Parameter(in = QUERY, name = "to", description = "RFC 3339, exclusive"),
                @Parameter(in = QUERY, name = "include", description = "settlements")
            })
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema =
                                    @Schema(
                                            type = "object",
                                            description = "a CloudEvent in structured mode")))
    public Response export(@Context UriInfo request) {
        Parameters query = new Parameters(request.getQueryParameters());
        AuditFilter filter = AuditFilter.of(query);
        query.orThrow();
        LogScan scan = audit.open(filter);
        return Response.ok((StreamingOutput) out -> write(scan, filter, out))
                .type(NDJSON)
                .header("Content-Disposition", "attachment; filename=\"audit.ndjson\"")
                .build();
    }

    @HEAD
    @Path("/export")
    @Produces(NDJSON)
    @Operation(operationId = "describeExport", summary = "Whether the caller may export")
    public Response describeExport() {
        return Response.ok().type(NDJSON).build();
    }

    private static void write(LogScan scan, AuditFilter filter, OutputStream out)
            throws IOException {
        try (scan) {
            for (var next = scan.next(); next.isPresent(); next = scan.next()) {
                if (filter.shows(next.get())) {
                    out.write(AuditLine.bytes(next.get()));
                }
            }
        }
    }
}
