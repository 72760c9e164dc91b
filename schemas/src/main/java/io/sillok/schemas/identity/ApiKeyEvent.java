package io.sillok.schemas.identity;

import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.personal.AboutPerson;
import io.sillok.schemas.personal.Personal;
import io.sillok.schemas.personal.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What happened to API keys. Holds no secret and no digest of one.
public sealed interface ApiKeyEvent extends AboutPerson {

    UserId owner();

    Subject subject();

    @Override
    default UserId person() {
        return owner();
    }

    /// All API keys of a person, as the subject of what concerns all of them.
    static Subject ring(UserId owner) {
        return new Subject("key-rings", owner.value());
    }

    record Issued(
            ApiKeyId apiKey,
            UserId owner,
            @Personal Optional<String> name,
            List<String> scopes,
            Instant expiresAt)
            implements ApiKeyEvent {

        public Issued {
            scopes = List.copyOf(scopes);
        }

        @Override
        public Subject subject() {
            return apiKey.subject();
        }
    }

    record Revoked(ApiKeyId apiKey, UserId owner, EndReason reason) implements ApiKeyEvent {

        @Override
        public Subject subject() {
            return apiKey.subject();
        }
    }

    /// Whether there may be keys at all.
    ///
    /// @param barred none is made from now on
    record Restricted(UserId owner, boolean barred) implements ApiKeyEvent {

        @Override
        public Subject subject() {
            return ring(owner);
        }
    }
}
