package io.sillok.platform.web.access;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.sillok.schemas.envelope.Role;
import java.util.Set;
import java.util.stream.Stream;

/// The scopes a token can be issued for.
public final class Scopes {

    /// Change categories, materials, items and posts.
    public static final String CATALOG_WRITE = "catalog:write";

    /// Book talents.
    public static final String BOOKINGS_WRITE = "bookings:write";

    /// Have models generate something.
    public static final String GENERATION_USE = "generation:use";

    /// Change one's own account, its password and its API keys. Never that of an API key: whoever
    /// finds one must not be able to take the account over, or to make more of them.
    public static final String ACCOUNT_MANAGE = "account:manage";

    /// Read the events themselves.
    public static final String AUDIT_READ = "audit:read";

    /// Look after the platform: accounts, projections, dead letters.
    public static final String OPERATIONS_ADMIN = "operations:admin";

    private static final Set<String> OF_EVERYBODY =
            Set.of(CATALOG_WRITE, BOOKINGS_WRITE, GENERATION_USE, ACCOUNT_MANAGE);

    public static final Set<String> ALL =
            Stream.concat(OF_EVERYBODY.stream(), Stream.of(AUDIT_READ, OPERATIONS_ADMIN))
                    .collect(toUnmodifiableSet());

    private Scopes() {}

    /// Those that a person with these roles signs in with.
    public static Set<String> of(Set<Role> roles) {
        if (roles.isEmpty()) {
            return Set.of();
        }
        return roles.contains(Role.ADMIN) ? ALL : OF_EVERYBODY;
    }

    /// Those that a person with these roles may have an API key issued for.
    public static Set<String> ofKeys(Set<Role> roles) {
        return of(roles).stream()
                .filter(scope -> !scope.equals(ACCOUNT_MANAGE))
                .collect(toUnmodifiableSet());
    }
}
