package io.sillok.platform.web.access;

import java.util.Set;

/// The scopes a token can be issued for.
public final class Scopes {

    /// Read the events themselves.
    public static final String AUDIT_READ = "audit:read";

    /// Look after the platform: projections, dead letters.
    public static final String OPERATIONS_ADMIN = "operations:admin";

    public static final Set<String> ALL = Set.of(AUDIT_READ, OPERATIONS_ADMIN);

    private Scopes() {}
}
