package io.sillok.processors.identity;

import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.identity.ExternalIdentity;
import io.sillok.schemas.identity.UserEvent;
import io.sillok.schemas.personal.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Whom the tests of identity are about.
final class People {

    static final UserId ADA = new UserId(new UUID(1, 1));
    static final Actor AS_ADA = new Actor(ADA.toString(), Set.of(Role.USER));
    static final Actor AS_EVE = new Actor(new UUID(6, 6).toString(), Set.of(Role.USER));
    static final Actor AS_ADMIN = new Actor(new UUID(9, 9).toString(), Set.of(Role.ADMIN));
    static final Actor PLATFORM = Actor.system("test");

    static final Optional<String> EMAIL = Optional.of("ada@example.com");
    static final Optional<String> USERNAME = Optional.of("ada");
    static final Optional<String> NAME = Optional.of("Ada Lovelace");
    static final Optional<String> HASH = hash('A');
    static final Optional<ExternalIdentity> IDENTITY = identity("7");

    private People() {}

    /// Another hash for each letter.
    static Optional<String> hash(char letter) {
        String text = String.valueOf(letter);
        return Optional.of(
                "$argon2id$v=19$m=19456,t=2,p=1$" + text.repeat(22) + "$" + text.repeat(43));
    }

    static Optional<ExternalIdentity> identity(String subject) {
        return Optional.of(new ExternalIdentity("https://id.example", subject));
    }

    /// Another digest for each number.
    static String digest(int number) {
        return "%012x".formatted(number) + "%052x".formatted(number);
    }

    static UserEvent registered() {
        return new UserEvent.Registered(ADA, EMAIL, USERNAME, NAME, List.of(Role.USER), true);
    }

    static UserEvent registeredWithoutPassword() {
        return new UserEvent.Registered(
                ADA, Optional.empty(), USERNAME, Optional.empty(), List.of(Role.USER), false);
    }
}
