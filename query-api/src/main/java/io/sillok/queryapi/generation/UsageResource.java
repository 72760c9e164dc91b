package io.sillok.queryapi.generation;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.dropwizard.auth.Auth;
import io.sillok.platform.web.Api;
import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.access.Requires;
import io.sillok.platform.web.access.Scopes;
import io.sillok.queryapi.consistency.Reads;
import io.sillok.queryapi.consistency.View;
import io.sillok.queryapi.http.Parameters;
import io.sillok.schemas.generation.BudgetResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What somebody used and may still use.
@Path(Api.BASE + "/usage")
@Produces(MediaType.APPLICATION_JSON)
@Requires(scope = Scopes.GENERATION_USE)
@Tag(name = "generation")
public final class UsageResource {

    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 366;
    private static final Pattern DAY = Pattern.compile("(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final UsageQueries usage;
    private final Clock clock = Clock.systemUTC();

    UsageResource(UsageQueries usage) {
        this.usage = usage;
    }

    @GET
    @Reads({View.BUDGETS, View.USAGE})
    @Operation(
            operationId = "getUsage",
            summary = "The caller's budget, and their tokens for each day and model",
            parameters = {
                @Parameter(
                        in = QUERY,
                        name = "from",
                        description = "first day of UTC, default 29 days before the last"),
                @Parameter(in = QUERY, name = "to", description = "last day, default today")
            })
    @ApiResponse(responseCode = "200", description = "what was used", useReturnTypeSchema = true)
    public Used read(@Auth Caller caller, @Context UriInfo request) {
        Asker asker = Asker.of(caller);
        Parameters query = new Parameters(request.getQueryParameters());
        LocalDate to = day(query, "to").orElseGet(() -> LocalDate.now(clock));
        LocalDate from = day(query, "from").orElseGet(() -> to.minusDays(USUAL_DAYS - 1L));
        if (from.isAfter(to) || from.plusDays(MOST_DAYS).isBefore(to)) {
            query.wrong("from", "must be at most 366 days before the last day");
        }
        query.orThrow();
        return new Used(
                usage.budget(asker.person()), usage.days(asker.person(), from, to), from, to);
    }

    private static Optional<LocalDate> day(Parameters query, String name) {
        return query.parsed(name, UsageResource::parse, "must be a day, 2026-01-31");
    }

    /// A day of a year with four digits, which any database knows.
    private static LocalDate parse(String text) {
        if (!DAY.matcher(text).matches()) {
            throw new IllegalArgumentException("not a day");
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /// What was used.
    ///
    /// @param budget absent when nothing was ever asked for
    record Used(
            Optional<BudgetResource> budget,
            List<UsageQueries.Day> days,
            LocalDate from,
            LocalDate to) {

        Used {
            days = List.copyOf(days);
        }
    }
}
