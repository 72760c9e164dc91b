package io.sillok.processors.engine.projection;

import io.sillok.platform.stores.Postgres;

/// Which version of a projection the views show.
final class LiveVersions {

    private LiveVersions() {}

    static int of(Postgres postgres, String projection) {
        return postgres.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                select version
                                                  from live_projections
                                                 where projection = :projection
                                                """)
                                        .bind("projection", projection)
                                        .mapTo(int.class)
                                        .one());
    }
}
