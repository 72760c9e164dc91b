package io.sillok.queryapi.identity;

import io.sillok.queryapi.engines.ReadModel;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Subject;
import java.util.List;
import java.util.Optional;

/// What identity serves: accounts and API keys.
public final class IdentityModule {

    private IdentityModule() {}

    public static List<Object> resources(ReadModel readModel) {
        UserQueries users = new UserQueries(readModel);
        OwnAccount own = new OwnAccount(users);
        return List.of(
                new AuthMeResource(own),
                new UsersResource(users, own),
                new ErasureResource(new ErasureQueries(readModel)),
                new ApiKeysResource(new ApiKeyQueries(readModel)));
    }

    /// Where subjects of identity are decided, as far as the subject alone tells.
    public static Optional<BoundaryKey> boundary(Subject subject) {
        return switch (subject.collection()) {
            case "users", "logins", "erasures" -> Optional.of(BoundaryKey.of(subject));
            default -> Optional.empty();
        };
    }
}
