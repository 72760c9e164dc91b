package io.sillok.platform.web.access;

import io.sillok.schemas.envelope.Role;
import java.util.Set;

/// The scopes a token can be issued for.
public final class Scopes {

    /// Change categories and materials.
    public static final String CATALOG_WRITE = "catalog:write";

    /// Read the events themselves.
    public static final String AUDIT_READ = "audit:read";

    /// Look after the platform: projections, dead letters.
    public static final String OPERATIONS_ADMIN = "operations:admin";

    public static final Set<String> ALL = Set.of(CATALOG_WRITE, AUDIT_READ, OPERATIONS_ADMIN);

    private static final Set<String> OF_EVERYBODY = Set.of(CATALOG_WRITE);

    private Scopes() {}

    /// Those that a person with these roles signs in with. What a key is issued for is narrower.
    public static Set<String> of(Set<Role> roles) {
        if (roles.isEmpty()) {
            return Set.of();
        }
        return roles.contains(Role.ADMIN) ? ALL : OF_EVERYBODY;
    }
}
