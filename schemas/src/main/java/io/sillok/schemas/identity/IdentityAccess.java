package io.sillok.schemas.identity;

import io.sillok.schemas.envelope.AccessEffect;
import io.sillok.schemas.envelope.AccessEvents;
import java.util.Map;

/// Which events of identity make tokens and keys void.
public final class IdentityAccess {

    public static final AccessEvents EVENTS =
            new AccessEvents(
                    "users",
                    "sessions",
                    "api-keys",
                    Map.of(
                            "io.sillok.identity.session-ended.v1", AccessEffect.ENDED,
                            "io.sillok.identity.api-key-revoked.v1", AccessEffect.ENDED,
                            "io.sillok.identity.user-deactivated.v1", AccessEffect.BARRED,
                            "io.sillok.identity.user-erased.v1", AccessEffect.BARRED,
                            "io.sillok.identity.user-reactivated.v1", AccessEffect.ADMITTED,
                            "io.sillok.identity.user-roles-changed.v1", AccessEffect.CHANGED,
                            "io.sillok.identity.user-password-changed.v1", AccessEffect.CHANGED));

    private IdentityAccess() {}
}
