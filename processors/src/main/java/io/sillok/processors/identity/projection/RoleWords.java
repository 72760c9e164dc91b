package io.sillok.processors.identity.projection;

import io.sillok.schemas.envelope.Role;
import java.util.List;

/// Roles as an array of texts. Stateless.
final class RoleWords {

    private RoleWords() {}

    static String[] of(List<Role> roles) {
        return roles.stream().map(Role::word).toArray(String[]::new);
    }

    static List<Role> parse(List<String> words) {
        return words.stream().map(Role::parse).toList();
    }
}
