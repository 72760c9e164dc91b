package io.sillok.processors.operations;

import io.sillok.processors.engine.projection.StoredProjection;
import io.sillok.processors.engine.projection.StoredProjection.Surroundings;
import java.util.List;

/// Every view of the platform itself.
public final class OperationsProjections {

    private OperationsProjections() {}

    /// Those in Postgres.
    public static List<StoredProjection<?>> inPostgres(Surroundings surroundings) {
        return List.of(
                StoredProjection.inPostgres(
                        surroundings, new CommandsProjection(), CommandRows::new));
    }
}
