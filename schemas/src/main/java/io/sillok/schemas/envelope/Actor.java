package io.sillok.schemas.envelope;

import java.util.Set;

/// Who sends a command, as the API verified it: an opaque id and the roles held at that moment.
///
/// Deciders check ownership against it; they never look a user up.
///
/// @param id the token's subject, or `system:<name>` for the platform's own workers; never a name
///   or an address of a person
public record Actor(String id, Set<Role> roles) {

    public Actor {
        if (id.isBlank() || id.length() > 100) {
            throw new IllegalArgumentException("an actor id has 1 to 100 characters");
        }
        roles = Set.copyOf(roles);
    }

    /// A part of the platform that acts by itself, for example the scan worker.
    public static Actor system(String name) {
        return new Actor("system:" + name, Set.of(Role.ADMIN));
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /// True for editors and administrators.
    public boolean curates() {
        return has(Role.EDITOR) || has(Role.ADMIN);
    }

    public boolean isSystem() {
        return id.startsWith("system:");
    }
}
