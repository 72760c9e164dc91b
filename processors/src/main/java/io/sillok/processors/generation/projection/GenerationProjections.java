package io.sillok.processors.generation.projection;

import io.sillok.processors.engine.projection.StoredProjection;
import io.sillok.processors.engine.projection.StoredProjection.Surroundings;
import io.sillok.schemas.personal.PersonKeys;
import java.util.List;

/// Every view of generation.
public final class GenerationProjections {

    private GenerationProjections() {}

    /// All of them are in Postgres: what is searched is small and somebody's own.
    ///
    /// @param keys of persons
    public static List<StoredProjection<?>> inPostgres(Surroundings surroundings, PersonKeys keys) {
        return List.of(
                StoredProjection.inPostgres(
                        surroundings, new GenerationsProjection(keys), GenerationRows::new),
                StoredProjection.inPostgres(
                        surroundings, new AgentsProjection(keys), AgentRows::new),
                StoredProjection.inPostgres(surroundings, new BudgetsProjection(), BudgetRows::new),
                StoredProjection.inPostgres(surroundings, new UsageProjection(), UsageRows::new));
    }
}
