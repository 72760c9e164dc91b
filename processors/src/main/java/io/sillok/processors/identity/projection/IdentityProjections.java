package io.sillok.processors.identity.projection;

import io.sillok.processors.engine.projection.StoredProjection;
import io.sillok.processors.engine.projection.StoredProjection.Surroundings;
import io.sillok.schemas.personal.PersonKeys;
import java.util.List;

/// Every view of identity.
public final class IdentityProjections {

    private IdentityProjections() {}

    /// Those in Postgres, which is all of them: nobody searches for people.
    public static List<StoredProjection<?>> inPostgres(Surroundings surroundings, PersonKeys keys) {
        return List.of(
                StoredProjection.inPostgres(surroundings, new UsersProjection(keys), UserRows::new),
                StoredProjection.inPostgres(
                        surroundings, new CredentialsProjection(keys), CredentialRows::new),
                StoredProjection.inPostgres(
                        surroundings, new SessionsProjection(), SessionRows::new),
                StoredProjection.inPostgres(
                        surroundings, new ApiKeysProjection(keys), ApiKeyRows::new),
                StoredProjection.inPostgres(
                        surroundings, new ErasuresProjection(), ErasureRows::new));
    }
}
