package io.sillok.standalone.authorization;

import com.tngtech.archunit.core.domain.JavaMethod;
import io.sillok.platform.web.access.Demands;
import io.sillok.schemas.envelope.Role;
import java.util.Arrays;
import java.util.Optional;

/// What an endpoint wants to see before it does anything.
public sealed interface Demand {

    /// Nothing at all.
    record Nothing() implements Demand {}

    /// A token.
    record Token() implements Demand {}

    /// A token with a role and, unless it is empty, a scope.
    record Right(Role role, String scope) implements Demand {}

    /// Reads the table's words: `role editor, scope catalog:write`.
    static Demand parse(String words) {
        return switch (words) {
            case "anybody" -> new Nothing();
            case "signed in" -> new Token();
            default ->
                    new Right(
                            word("role", words).map(Role::parse).orElse(Role.USER),
                            word("scope", words).orElse(""));
        };
    }

    private static Optional<String> word(String kind, String words) {
        return Arrays.stream(words.split(", "))
                .filter(word -> word.startsWith(kind + " "))
                .map(word -> word.substring(kind.length() + 1))
                .findFirst();
    }

    /// What a resource method says by its annotations, or its class for it.
    static Demand of(JavaMethod method) {
        Demands demands = Demands.of(method.reflect(), method.getOwner().reflect());
        return demands.isOpen()
                ? new Nothing()
                : demands.requires()
                        .<Demand>map(requires -> new Right(requires.role(), requires.scope()))
                        .orElseGet(Token::new);
    }
}
