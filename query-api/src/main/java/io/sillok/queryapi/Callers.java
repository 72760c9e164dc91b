package io.sillok.queryapi;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.Managed;
import io.sillok.platform.access.RevocationFeed;
import io.sillok.platform.access.StoredApiKeys;
import io.sillok.platform.stores.Postgres;
import io.sillok.platform.stores.personal.PersonKeyVault;
import io.sillok.platform.web.access.DigestKey;
import io.sillok.platform.web.access.Guard;
import io.sillok.platform.web.health.Health;
import io.sillok.schemas.identity.IdentityAccess;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.ErasedPersons;
import java.util.Optional;

/// What callers of the query API are checked against, beside the issuer's public keys.
final class Callers {

    /// Of their own, so that checking who calls is never waiting behind what others ask.
    private static final int CONNECTIONS = 4;

    private final QueryApiSettings settings;
    private final RevocationFeed revocations;

    Callers(QueryApiSettings settings) {
        this.settings = settings;
        this.revocations =
                new RevocationFeed(
                        settings.kafka(),
                        Topics.IDENTITY_EVENTS,
                        IdentityAccess.EVENTS,
                        "query-api-revocations");
    }

    Guard guard(Environment environment) {
        Postgres postgres = Postgres.open(settings.postgres(), "query-api-keys", CONNECTIONS);
        environment.lifecycle().manage(new Closing(postgres));
        environment.lifecycle().manage(revocations);
        return new Guard(
                revocations.revocations(),
                new StoredApiKeys(postgres.jdbi()),
                Optional.of(DigestKey.in(settings.digestKey())));
    }

    /// Lets a vault hear of erasures at once.
    void tell(PersonKeyVault vault) {
        revocations.tell(record -> ErasedPersons.of(record).ifPresent(vault::erased));
    }

    Health health() {
        return revocations.health();
    }

    private record Closing(Postgres postgres) implements Managed {

        @Override
        public void stop() {
            postgres.close();
        }
    }
}
