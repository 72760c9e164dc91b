package io.sillok.processors.identity.erasure;

import io.sillok.platform.stores.Postgres;
import io.sillok.processors.engine.erasure.Belongings;
import java.util.List;

/// Every view of identity in which something belongs to somebody. What they show goes by itself,
/// because of the event that erased the person and of what follows from it.
public final class IdentityBelongings {

    private static final String ACCOUNT =
            """
            select count(*) as total,
                   count(*) filter (where not erased
                                       or num_nonnulls(email, username, full_name, skill_level,
                                                       output_structure, explanation_style) > 0
                                       or identities <> '[]'::jsonb) as rest
              from users
             where id = :person
            """;
    private static final String CREDENTIAL =
            """
            select count(*) as total,
                   count(*) filter (where active
                                       or num_nonnulls(email, username, password_hash) > 0
                                       or cardinality(identities) > 0) as rest
              from credentials
             where id = :person
            """;
    private static final String SESSIONS =
            """
            select count(*) as total, count(*) filter (where status = 'open') as rest
              from sessions
             where holder = :person
            """;
    private static final String API_KEYS =
            """
            select count(*) as total,
                   count(*) filter (where revoked is null
                                       or num_nonnulls(name, digest) > 0) as rest
              from api_keys
             where owner = :person
            """;

    private IdentityBelongings() {}

    public static List<Belongings> all(Postgres postgres) {
        return List.of(
                new SelfEmptyingRows("users", postgres, ACCOUNT),
                new SelfEmptyingRows("credentials", postgres, CREDENTIAL),
                new SelfEmptyingRows("sessions", postgres, SESSIONS),
                new SelfEmptyingRows("api-keys", postgres, API_KEYS));
    }
}
